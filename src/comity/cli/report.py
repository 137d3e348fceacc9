"""`comity stateofplay report`: the State of Play report as DOCX or PDF. From the packs' files; `--node` asks the
database too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end, unreadable
from comity.cli.overview_options import At, Countries, Node, codes_of, write

if TYPE_CHECKING:
    from datetime import date

    from comity.stateofplay.queries.report.material import Material

FORMS = ("docx", "pdf")


def report(
    to: Annotated[Path, typer.Option(help="The file to write; it ends with .docx or .pdf.")],
    at: At = None,
    short: Annotated[bool, typer.Option("--short", help="Two pages, for decision makers.")] = False,
    country: Countries = None,
    node: Node = False,
) -> None:
    """Write the State of Play report: findings, charts, what gaps do to requests, what to do, sources."""
    form = to.suffix.lower().removeprefix(".")
    if form not in FORMS:
        unreadable(f"“{to.name}” does not say which form the report has. Let it end with .{' or .'.join(FORMS)}")
    day = read.day(at)
    codes = codes_of(country)
    _write(_of_node(day, codes, short=short) if node else _of_files(day, codes, short=short), form, to)


def _of_files(day: date, codes: list[str] | None, *, short: bool) -> Material:
    from comity.stateofplay.queries.report.material import material_of

    return material_of(read.snapshot(), day, countries=codes, short=short)


def _of_node(day: date, codes: list[str] | None, *, short: bool) -> Material:
    from comity.cli.database import database

    with database():
        from comity.stateofplay.queries.report.node import node_material

        return node_material(day, countries=codes, short=short)


def _write(material: Material, form: str, to: Path) -> None:
    from comity.stateofplay.queries.report.contents import report_of
    from comity.stateofplay.queries.report.files import ReportForm, report_file

    try:
        content = report_file(report_of(material), ReportForm(form)).content
    except (ValueError, RuntimeError) as problem:
        end(str(problem))
    write(content, to, "report is")
