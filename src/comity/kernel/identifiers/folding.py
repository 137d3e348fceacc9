"""Make messy text plain before it is searched: wide figures, unseen characters, defanged dots. Offsets survive."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass

_UNSEEN = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f"
_SPACES = "\ud800-\udfff\x00-\x08\x0e-\x1f\x7f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63"
_FULL_STOPS = "\u3002\uff61\u2024"
_ODD_CHARACTER = re.compile(
    rf"(?P<line>\r\n?|[{_LINE_ENDS}])|(?P<unseen>[{_UNSEEN}]+)|(?P<space>[{_SPACES}])|(?P<dash>[{_DASHES}])"
    rf"|(?P<stop>[{_FULL_STOPS}])|(?P<wide>[\uff01-\uff5e])|(?P<digit>[^\D0-9])"
)
_PLAIN = {"line": "\n", "unseen": "", "space": " ", "dash": "-", "stop": "."}
_WIDE_OFFSET = 0xFEE0
"""Full-width forms stand at a fixed distance from ASCII."""

_DEFANGED = re.compile(
    r"""(?<!\w)(?P<scheme>h(?:xx|\*\*)p)(?=s?(?:\[?:|://))
    | \ ?[\[({]\ ?(?:dot|точка)\ ?[\])}]\ ?(?P<word_dot>)
    | (?:\[\.\]?|\(\.\)|\{\.\}|(?<=\w)\\\.(?=\w)|(?<=\w)\.\](?=\w))(?P<dot>)
    | \ ?[\[({]\ ?(?:@|at)\ ?[\])}]\ ?(?P<at>)
    | \[(?:://|:/|//)\](?://)?(?P<slashes>)
    | \[:\](?P<colon>)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEANT = {"scheme": "http", "word_dot": ".", "dot": ".", "at": "@", "colon": ":", "slashes": "://"}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` in plain characters; `starts` and `ends` say where each of them stands in the original."""

    text: str
    starts: array[int]
    ends: array[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original for a non-empty span of `text`."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text` in one pass for characters and one for defanging; the time is linear in its length."""
    whole = Folded(text, array("I", range(len(text))), array("I", range(1, len(text) + 1)))
    plain = _replaced(whole, _ODD_CHARACTER, _plain_character)
    return _replaced(plain, _DEFANGED, lambda match: _MEANT[match.lastgroup or ""])


def _replaced(folded: Folded, pattern: re.Pattern[str], meaning: Callable[[re.Match[str]], str]) -> Folded:
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    done = 0
    for match in pattern.finditer(folded.text):
        new = meaning(match)
        pieces += (folded.text[done : match.start()], new)
        starts += folded.starts[done : match.start()]
        ends += folded.ends[done : match.start()]
        starts.extend([folded.starts[match.start()]] * len(new))
        ends.extend([folded.ends[match.end() - 1]] * len(new))
        done = match.end()
    if not done:
        return folded
    pieces.append(folded.text[done:])
    return Folded("".join(pieces), starts + folded.starts[done:], ends + folded.ends[done:])


def _plain_character(match: re.Match[str]) -> str:
    sort = match.lastgroup or ""
    if sort == "wide":
        return chr(ord(match[0]) - _WIDE_OFFSET)
    return str(unicodedata.decimal(match[0])) if sort == "digit" else _PLAIN[sort]
