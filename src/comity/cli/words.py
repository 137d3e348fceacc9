"""`comity words`: what translators of letters are given, whether it is in step, and how far each language is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.casework.rules.footing import treaty_name
from comity.casework.rules.printed_words import printed_words
from comity.casework.rules.registry import kinds
from comity.cli import question as read
from comity.cli.ending import end
from comity.documents.adapters.words.word_files import (
    OTHERS,
    TEMPLATE,
    TRANSLATED,
    coverage,
    empty,
    in_step,
    read_if_there,
    template,
    troubles,
)

LOCALE = Path(__file__).resolve().parents[1] / "locale"

words = typer.Typer(no_args_is_help=True, help="Words on letters and pages, in nine languages.")


@words.command()
def letters(
    write: Annotated[bool, typer.Option("--write", help="Write the template, bring catalogues in step.")] = False,
    check: Annotated[bool, typer.Option("--check", help="End with 1 where anything is out of step.")] = False,
    locale: Annotated[Path, typer.Option(help="The folder of template and catalogues.")] = LOCALE,
) -> None:
    """Say how many of the words on letters are translated; write or check the files that translators work on."""
    treaties = [pack.instrument for pack in read.snapshot().instruments.values()]
    titles = [treaty_name(treaty.title, treaty.reference) for treaty in treaties]
    made = template(printed_words(kinds().values(), titles))
    if write:
        _write(made, locale)
    if check and (found := _troubles(made, locale)):
        typer.echo("\n".join(found), err=True)
        raise typer.Exit(1)
    for code in OTHERS:
        covered = coverage(code, read_if_there(locale / code / TRANSLATED), made)
        typer.echo(f"{code}: {covered.translated} of {covered.texts} texts")


@words.command()
def reviewed(
    language: Annotated[str, typer.Argument(help="Its code, for example “uk”.")],
    by: Annotated[str, typer.Option("--by", help="Function and office of the lawyer, never a name.")],
) -> None:
    """Note that a native lawyer has read a language's words on letters, as this node has them now."""
    from comity.cli.database import database

    with database():
        from comity.documents.actions.mark_words_reviewed import NotReviewable, note_words_reviewed
        from comity.ledger.rules.actor import CONSOLE

        try:
            note_words_reviewed(language, by, actor=CONSOLE)
        except NotReviewable as problem:
            end(str(problem))
    typer.echo(f"Noted: the words of letters in “{language}”, as they are now, were reviewed by {by}.")


def _write(made: bytes, locale: Path) -> None:
    locale.mkdir(exist_ok=True)
    (locale / TEMPLATE).write_bytes(made)
    for code in OTHERS:
        file = locale / code / TRANSLATED
        file.parent.mkdir(exist_ok=True)
        kept = read_if_there(file)
        file.write_bytes(empty(code, made) if kept is None else in_step(code, kept, made))


def _troubles(made: bytes, locale: Path) -> list[str]:
    found = [] if read_if_there(locale / TEMPLATE) == made else ["The template is out of step with the declarations."]
    for code in OTHERS:
        kept = read_if_there(locale / code / TRANSLATED)
        found += troubles(code, kept, made) if kept is not None else ()
    return [*found, "Write them anew: comity words letters --write"] if found else []
