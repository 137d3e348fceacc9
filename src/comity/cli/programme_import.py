"""`comity programme import`: a table into a project. A dry run unless it is told otherwise; all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.ending import FAILED, end, unreadable

if TYPE_CHECKING:
    from comity.programme.rules.importing.checked import Checked


def import_table(
    what: Annotated[str, typer.Argument(help="What the rows are: activities, budget, participants.")],
    file: Annotated[Path, typer.Argument(help="XLSX, or CSV in UTF-8. The first row names the columns.")],
    project: Annotated[str, typer.Option(help="The project's code, for example cybercrime-eap-ii.")],
    do: Annotated[bool, typer.Option("--do", help="Import it, where nothing is wrong.")] = False,
    by: Annotated[str, typer.Option(help="With --do: the programme officer in whose name, by user name.")] = "",
) -> None:
    """Check a table cell by cell; with --do, import all of it, or nothing."""
    from comity.cli.database import database

    if do and not by:
        unreadable("Say in whose name it is imported: --by USERNAME, a programme officer of this node.")
    with database():
        from comity.casework.rules.refusal import NotFound
        from comity.people.access import user_named
        from comity.people.rules.refusal import Refused
        from comity.people.rules.roles import NotEntitled
        from comity.programme.actions.importing.carry_out_import import import_file
        from comity.programme.actions.importing.check_file import check_file
        from comity.programme.actions.importing.importable import IMPORTABLE
        from comity.programme.rules.importing.counted import counted
        from comity.programme.rules.importing.limits import LARGEST

        if what not in IMPORTABLE:
            unreadable(f"“{what}” cannot be imported. These can: {', '.join(IMPORTABLE)}.")
        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST + 1)
            if do:
                run = import_file(what, project, file.name, content, by=user_named(by))
            else:
                run = check_file(what, project, file.name, content)
        except OSError as problem:
            end(f"{file} cannot be read: {problem.strerror}.")
        except (Refused, NotFound, NotEntitled) as problem:
            end(str(problem))
    named = counted(what, run.checked.rows)
    if run.checked.sound:
        typer.echo(
            f"Imported: {named}." if do else f"{named} can be imported. Nothing has been: add --do --by USERNAME."
        )
        return
    _tell(run.checked)
    raise typer.Exit(FAILED)


def _tell(checked: Checked) -> None:
    """Every problem on a line of its own; what it comes to on the error channel."""
    for problem in checked.problems:
        typer.echo(str(problem))
    unlisted = checked.wrong - len(checked.problems)
    problems = "1 problem" if checked.wrong == 1 else f"{checked.wrong:,} problems"
    rows = "1 row" if checked.rows == 1 else f"{checked.rows:,} rows"
    more = f", of which {unlisted:,} are not listed" if unlisted else ""
    typer.echo(f"{problems} in {rows}{more}. Nothing has been imported.", err=True)
