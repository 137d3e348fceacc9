"""`comity programme deck`: the overview of projects as slides. From the packs' files; `--node` asks the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end, unreadable
from comity.cli.overview_options import write

if TYPE_CHECKING:
    from comity.atlas.rules.snapshot import Snapshot


def deck(
    to: Annotated[Path, typer.Option(help="The file to write; it ends with .pptx.")],
    node: Annotated[bool, typer.Option("--node", help="From the packs that this node works with.")] = False,
) -> None:
    """Write the overview deck: its slides from the data, with native tables and charts, and sources in the notes."""
    if to.suffix.lower() != ".pptx":
        unreadable(f"“{to.name}” is no name for slides. Let it end with .pptx")
    write(_made(_of_node() if node else read.snapshot()), to, "deck is")


def _of_node() -> Snapshot:
    from comity.cli.database import database

    with database():
        from comity.atlas.queries.snapshot import node_snapshot

        return node_snapshot()


def _made(snapshot: Snapshot) -> bytes:
    from comity.casework.rules.refusal import NotFound
    from comity.programme.queries.deck.contents import deck_of, newest_overview
    from comity.programme.queries.deck.file import deck_file

    try:
        return deck_file(deck_of(snapshot, newest_overview(snapshot)))
    except NotFound:
        end("The packs hold no overview of projects, so there is no deck to make.")
