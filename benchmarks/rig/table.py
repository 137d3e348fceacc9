"""A table in Markdown, so that what a benchmark prints can stand in the documentation as it is."""

from __future__ import annotations

from collections.abc import Sequence

from rig.timing import Sample, in_words


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, all others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    rule = [f"{'-' * widths[0]}", *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (head, rule, *rows))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.ljust(width) if not n else cell.rjust(width) for n, (cell, width) in _numbered(row, widths))
    return f"| {' | '.join((first, *others))} |"


def _numbered(row: Sequence[str], widths: Sequence[int]) -> enumerate[tuple[str, int]]:
    return enumerate(zip(row, widths, strict=True))


def spread(sample: Sample) -> tuple[str, str]:
    """A sample as two cells: its median, and from the least to the most."""
    return in_words(sample.median), f"{in_words(sample.least)} – {in_words(sample.most)}"
