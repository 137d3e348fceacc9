"""Ports in a table: the figures under a heading “Port”. A row that does not have the heading's shape ends the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.port import PortWritten, port_in, port_side

_DELIMITERS = (",", ";", "\t", "|")
_HEADING = re.compile(
    r"(?:(?P<side>[a-z]{1,12})[ _-]?)?(?:port|порт|პორტი|պորտ)(?:[ _-]?(?:no|number|nr)\.?)?", re.IGNORECASE
)
_LONGEST_HEADING_LINE = 500


def find_port_columns(text: str) -> Iterator[PortWritten]:
    """Every port that stands under such a heading, in order of appearance."""
    delimiter, width, position = "", 0, 0
    columns: dict[int, str] = {}
    for line in text.split("\n"):
        cells = line.split(delimiter) if delimiter else []
        if len(cells) != width or not columns:
            delimiter, columns, width = _headings(line)
        else:
            yield from _ports(cells, columns, position)
        position += len(line) + 1


def _headings(line: str) -> tuple[str, dict[int, str], int]:
    """The delimiter, the columns that hold ports with the word before “port”, and the number of cells."""
    if len(line) <= _LONGEST_HEADING_LINE:
        for delimiter in _DELIMITERS:
            cells = [cell.strip(" \"'") for cell in line.split(delimiter)]
            found = {
                index: match["side"] or "" for index, cell in enumerate(cells) if (match := _HEADING.fullmatch(cell))
            }
            if found and len(cells) > 1:
                return delimiter, found, len(cells)
    return "", {}, 0


def _ports(cells: list[str], columns: dict[int, str], position: int) -> Iterator[PortWritten]:
    for index, cell in enumerate(cells):
        figure = cell.strip(" \"'")
        port = port_in(figure) if index in columns else None
        if port and port.number:
            start = position + cell.index(figure)
            yield PortWritten(start, start + len(figure), port.number, figure, port_side(columns[index]))
        position += len(cell) + 1
