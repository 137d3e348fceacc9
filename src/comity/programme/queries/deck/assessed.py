"""Slides that show where countries stand: the State of Play, what is to improve, the strategic priorities."""

from __future__ import annotations

from comity.atlas.rules.packs.overview import Overview, SlideWords
from comity.atlas.rules.snapshot import Snapshot
from comity.programme.queries.deck.cited import cited
from comity.programme.queries.deck.stated import projects_of
from comity.programme.rules.deck import Grid, Lines, Slide
from comity.stateofplay.queries.matrix import matrix_of
from comity.stateofplay.rules.matrix import NOT_KNOWN, Cell


def state_of_play(snapshot: Snapshot, overview: Overview, words: SlideWords) -> Slide:
    """The overview's table as of its day, in the wording and order of the State of Play."""
    countries = list(dict.fromkeys(code for each in projects_of(snapshot, overview) for code in each.area.countries))
    matrix = matrix_of(snapshot, overview.day, countries=countries)
    rows = tuple((row.topic.label, *("\n".join(_lines(cell)) for cell in row.cells)) for row in matrix.rows)
    head = ("", *(name for _, name in matrix.countries))
    grid = Grid("State of Play", head, rows, (5, *(6 for _ in matrix.countries)), size=10)
    notes = (*cited(snapshot, (words,)), *(f"Source: {source}" for source in matrix.sources))
    return Slide(words.number, words.title, grid, notes=notes)


def further(snapshot: Snapshot, overview: Overview, words: SlideWords) -> Slide:
    items = tuple(said.says for said in overview.further)
    return Slide(words.number, words.title, Lines(items), lead=words.says, notes=cited(snapshot, overview.further))


def priorities(snapshot: Snapshot, _overview: Overview, words: SlideWords) -> Slide:
    """The priorities as adopted; of several lists the first by name."""
    found = next(iter(snapshot.priorities.values()), None)
    stated = found.priorities if found else ()
    shown = Lines(tuple(priority.name for priority in stated), numbered=True)
    return Slide(words.number, words.title, shown, lead=words.says, notes=cited(snapshot, (words, *stated)))


def _lines(cell: Cell) -> tuple[str, ...]:
    return cell.lines or (NOT_KNOWN,)
