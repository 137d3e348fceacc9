"""`comity words`: what translators of letters are given, whether it is in step, and how far each language is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from babel.messages.catalog import Catalog

from comity.casework.rules.footing import treaty_name
from comity.casework.rules.printed_words import printed_words
from comity.casework.rules.registry import kinds
from comity.cli import question as read
from comity.cli.ending import end
from comity.documents.adapters.words.word_files import OTHERS, WordFiles, Wording

LOCALE = Path(__file__).resolve().parents[1] / "locale"

LETTERS = WordFiles(
    "letters",
    "What stands on letters of Comity. Keep {places} as they are; their order may change.\n"
    "Written by “comity words letters --write” from the declarations of kinds.",
)

words = typer.Typer(no_args_is_help=True, help="Words on letters and pages, in nine languages.")


@words.command()
def letters(
    check: Annotated[bool, typer.Option("--check/--write", help="Compare only, or write the files anew.")] = True,
    locale: Annotated[Path, typer.Option(help="The folder of template and catalogues.")] = LOCALE,
) -> None:
    """Compare what letters say with the template that translators fill, and each translation with its text.

    Ends with 1 where something is out of step. With --write, writes the template and brings every language in step.
    """
    treaties = [pack.instrument for pack in read.snapshot().instruments.values()]
    titles = [treaty_name(treaty.title, treaty.reference) for treaty in treaties]
    heard = printed_words(kinds().values(), titles)
    made = LETTERS.template(Wording(english, notes=places) for english, places in heard.items())
    tell(LETTERS, locale, made, write=not check)


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


def tell(files: WordFiles, locale: Path, template: Catalog, *, write: bool) -> None:
    """Write the files anew where asked to; say how much of each language is translated, and end with 1 where anything
    is out of step or would break what it stands on."""
    if write:
        files.write(locale, template)
    if found := list(files.troubles(locale, template)):
        typer.echo("\n".join(found), err=True)
        raise typer.Exit(1)
    for language in OTHERS:
        covered = files.coverage(locale, language, template)
        typer.echo(f"{language}: {covered.translated} of {covered.texts} texts are translated.")
