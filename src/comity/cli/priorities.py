"""`comity stateofplay priorities`: the scores of the strategic priorities. From the packs' files; `--node` asks the
database too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end, unreadable
from comity.cli.overview_options import At, Countries, Node, To, codes_of, write

if TYPE_CHECKING:
    from datetime import date

    from comity.stateofplay.queries.priorities import Priorities

FORMS = ("json", "csv", "md")


def priorities(
    at: At = None,
    form: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMS)}.")] = "md",
    to: To = None,
    country: Countries = None,
    node: Node = False,
) -> None:
    """Write how far countries have come with the strategic priorities, indicator by indicator."""
    if form not in FORMS:
        unreadable(f"“{form}” is not a form of the priorities. Choose one of: {', '.join(FORMS)}.")
    day = read.day(at)
    codes = codes_of(country)
    made = _of_node(day, codes) if node else _of_files(day, codes)
    if made is None:
        end("No pack holds a list of priorities.")
    from comity.stateofplay.queries.priorities_file import PrioritiesForm, priorities_file

    content = priorities_file(made, PrioritiesForm(form))
    write(content, to, "priorities are")


def _of_files(day: date, codes: list[str] | None) -> Priorities | None:
    from comity.stateofplay.queries.priorities import priorities_of

    return priorities_of(read.snapshot(), day, countries=codes)


def _of_node(day: date, codes: list[str] | None) -> Priorities | None:
    from comity.cli.database import database

    with database():
        from comity.stateofplay.queries.node_priorities import node_priorities

        return node_priorities(day, countries=codes)
