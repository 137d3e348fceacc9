"""`comity request letter`: the letter of a request as a file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.database import database
from comity.cli.ending import end


class Form(StrEnum):
    """The forms of a letter."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    JSON = "json"


def letter(
    reference: Annotated[str, typer.Argument(help="The request's reference.")],
    by: Annotated[str, typer.Option(help="Who looks at it, by user name: what they may not see is not found.")],
    form: Annotated[Form, typer.Option("--format", help="The signed PDF, or a copy without signature.")] = Form.TXT,
    to: Annotated[Path | None, typer.Option(help="The file to write; text and data are printed if not given.")] = None,
) -> None:
    """Write the letter of a request as PDF, DOCX, plain text or JSON."""
    if to is None and form in {Form.PDF, Form.DOCX}:
        end(f"A {form.upper()} is no text to print. Say which file to write: --to letter.{form}.")
    with database():
        from comity.casework.queries.letter_file import LetterForm, letter_file
        from comity.casework.rules.refusal import NotFound
        from comity.documents.rules.printable import NotPrintable
        from comity.people.access import user_named
        from comity.people.rules.refusal import Refused

        try:
            found = letter_file(user_named(by), reference, LetterForm(form.value))
        except (NotFound, NotPrintable, Refused) as problem:
            end(str(problem))
    if to is None:
        sys.stdout.write(found.content.decode())
        return
    try:
        to.write_bytes(found.content)
    except OSError as problem:
        end(f"{to} cannot be written: {problem.strerror}.")
    typer.echo(f"{to} written, {len(found.content):,} bytes.")
