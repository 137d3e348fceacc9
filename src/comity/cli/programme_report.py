"""`comity programme report`: what projects did in a period, as DOCX or PDF. Asks the node's database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.ending import end, unreadable
from comity.cli.overview_options import write

FORMS = ("docx", "pdf")


def report(
    to: Annotated[Path, typer.Option(help="The file to write; it ends with .docx or .pdf.")],
    period: Annotated[str, typer.Option(help="2017, 2017-Q2, 2017-06 or 2017-01-01..2017-06-30.")],
    project: Annotated[list[str] | None, typer.Option(help="Only this project, by its code; can be repeated.")] = None,
) -> None:
    """Write the programme report of a period: results, indicators, activities, sources."""
    from comity.programme.rules.reporting import reported

    form = to.suffix.lower().removeprefix(".")
    if form not in FORMS:
        unreadable(f"“{to.name}” does not say which form the report has. Let it end with .{' or .'.join(FORMS)}")
    try:
        span = reported(period)
    except ValueError as problem:
        unreadable(str(problem))
    from comity.cli.database import database

    with database():
        from comity.casework.rules.refusal import NotFound
        from comity.kernel import clock
        from comity.programme.queries.report.contents import report_of
        from comity.programme.queries.report.material import report_material
        from comity.stateofplay.queries.report.files import ReportForm, report_file

        try:
            made = report_of(report_material(span, clock.today(), project or (), money=True))
            content = report_file(made, ReportForm(form)).content
        except NotFound as problem:
            end(str(problem))
        except (ValueError, RuntimeError) as problem:
            end(str(problem))
    write(content, to, "report is")
