"""`comity request import`: a letter or a request as data, made into a draft that says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.database import database
from comity.cli.ending import end, unreadable


def import_file(
    file: Annotated[Path, typer.Argument(help="The PDF of a letter, or its request.json.")],
    by: Annotated[str, typer.Option(help="The drafter in whose name, by user name.")],
    case: Annotated[str, typer.Option(help="The case it belongs to, by reference.")] = "",
    title: Annotated[str, typer.Option(help="Instead of a case: the title of a new one.")] = "",
    follows: Annotated[str, typer.Option(help="For what follows a request: that request, by reference.")] = "",
) -> None:
    """Draft a request that says what the file says, field for field."""
    if not (case or title or follows):
        unreadable("Say where it belongs: --case REFERENCE, --title TEXT for a new case, or --follows REFERENCE.")
    with database():
        from comity.casework.actions.draft_from_file import draft_from_file
        from comity.casework.rules.arrival.reading import LARGEST_FILE
        from comity.casework.rules.refusal import NotFound, Refused
        from comity.people.access import user_named
        from comity.people.rules.refusal import Refused as NoSuchUser
        from comity.people.rules.roles import NotEntitled

        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST_FILE + 1)
            taken = draft_from_file(content, case_reference=case, case_title=title, follows=follows, by=user_named(by))
        except OSError as problem:
            end(f"{file} cannot be read: {problem.strerror}.")
        except (Refused, NotFound, NotEntitled, NoSuchUser) as problem:
            end(str(problem))
    typer.echo(f"Drafted as {taken.reference}.")
    for sentence in taken.sentences:
        typer.echo(sentence)
