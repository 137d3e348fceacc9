"""Ports written beside an IP address. The victim's own port is not the suspect's, so “to port 22” is left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from comity.kernel.identifiers.missing import Missing, MissingKey, useful
from comity.kernel.words import say

_PORT_WORD = r"port(?:u|ul)?|порт[ау]?|პორტი\w*|պորտ\w*"
_SOURCE = r"src|source|client|remote|s|peer|orig"
_TARGET = r"dst|dest|destination|target|server|d|resp"
_ADJACENT = re.compile(
    rf"""(?:[:\#] | /(?=\d{{3}}|3[3-9]|[4-9]\d) | (?P<bracket>\()
      | [ ]?[,;(]?[ ]{{0,2}}(?:(?:{_SOURCE})[ _-]?)?(?:{_PORT_WORD})[ ]?[:=\#№]?[ ]?)
    (?P<port>\d{{1,6}})(?(bracket)\))(?!\d|[.:]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"""(?<![^\W_])(?:(?P<side>(?:{_SOURCE}|{_TARGET}))[ _-]?)?(?P<word>{_PORT_WORD}|spt|dpt|sport|dport)
    (?P<gap>[ ]?[ ]?(?:["'][ ]?)?[:=№][ ]?["']?|[ ])
    (?P<port>\d{{1,6}})(?!\d|[.:]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS_SIDE = re.compile(
    rf"""(?<![^\W_])(?:(?P<source>{_SOURCE}|saddr|srcip|from)|(?P<target>{_TARGET}|daddr|dstip|to))
    (?:[ _-]?(?:ip|addr|address|host|v?4|v?6)){{0,2}}["']?[ ]?[:=]?[ ]?["'\[]{{0,2}}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_HIGHEST = 65535


class Side(Enum):
    """Which end of a connection a port or an address belongs to, where the text says so."""

    SOURCE = "source"
    TARGET = "target"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class PortWritten:
    """A port from `start` to `end`; `number` is None where the figure is no port."""

    start: int
    end: int
    number: int | None
    written: str
    side: Side = Side.UNSAID

    @property
    def gap(self) -> Missing | None:
        """What to do where the figure is no port."""
        if self.number is not None:
            return None
        return useful(
            MissingKey.PORT,
            say(
                "“{written}” is not a port: ports go from 1 to {highest}. Check the figure.",
                written=self.written,
                highest=_HIGHEST,
            ),
        )


def port_at(text: str, position: int) -> PortWritten | None:
    """The port written directly behind an address: “:443”, “#443”, “(443)”, “/51234”, “ port 443”."""
    match = _ADJACENT.match(text, position)
    return PortWritten(position, match.end(), _number(match["port"]), match["port"]) if match else None


def port_in(digits: str) -> PortWritten | None:
    """The port that a word of figures says; None for a word that is none."""
    return PortWritten(0, len(digits), _number(digits), digits) if digits.isdecimal() else None


def find_ports(text: str) -> list[PortWritten]:
    """Ports with a label of their own, somewhere else in the text: “spt=443”, “Source port: 51234”, “Port: 51234”."""
    found = []
    for match in _LABELLED.finditer(text):
        side = _side(match)
        said_on_its_own = match["gap"].strip() or side is Side.SOURCE
        if said_on_its_own:
            found.append(PortWritten(match.start(), match.end(), _number(match["port"]), match["port"], side))
    return found


def side_of_address(before: str) -> Side:
    """The end of the connection that the words before an address name (“src=”, “from ”)."""
    match = _ADDRESS_SIDE.search(before)
    if match is None:
        return Side.UNSAID
    return Side.SOURCE if match["source"] else Side.TARGET


def port_side(word: str) -> Side:
    """The end of the connection that a word such as “src” or “destination” names."""
    if re.fullmatch(_TARGET, word, re.IGNORECASE):
        return Side.TARGET
    return Side.SOURCE if re.fullmatch(_SOURCE, word, re.IGNORECASE) else Side.UNSAID


def _side(match: re.Match[str]) -> Side:
    word = match["word"].lower()
    if word in ("dpt", "dport"):
        return Side.TARGET
    return Side.SOURCE if word in ("spt", "sport") else port_side(match["side"] or "")


def _number(digits: str) -> int | None:
    number = int(digits)
    return number if 0 < number <= _HIGHEST else None
