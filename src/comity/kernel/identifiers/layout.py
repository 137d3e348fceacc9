"""The lines and blocks of a text. A folded mail header is one line; a block is what stands between blank lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,40}:(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Layout:
    """`starts` are the offsets at which logical lines begin, `blocks` the number of each line's block, `announces` the
    blocks whose last line ends with a colon.
    """

    starts: tuple[int, ...]
    blocks: tuple[int, ...]
    announces: frozenset[int]

    def line(self, position: int) -> int:
        """The logical line on which `position` stands."""
        return bisect_right(self.starts, position) - 1

    def block(self, position: int) -> int:
        return self.blocks[self.line(position)]


def layout_of(text: str) -> Layout:
    starts, blocks, announces = [], [], set()
    block, in_header, position, last = 0, False, 0, ""
    for line in text.split("\n"):
        blank = not line.strip()
        if blank:
            if last.endswith(":"):
                announces.add(block)
            block += bool(last)
            in_header, last = False, ""
        continues = in_header and line[:1] in (" ", "\t")
        if not continues:
            starts.append(position)
            blocks.append(block)
            in_header = bool(_HEADER.match(line))
        last = line.rstrip() if not blank else last
        position += len(line) + 1
    return Layout(tuple(starts), tuple(blocks), frozenset(announces))
