"""Hardware addresses of network cards (MAC, IEEE 802). They reach no further than the local network."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.finding import Aside, Finding, Found, Sheet, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.words import noted

_WRITTEN = re.compile(
    r"(?<![0-9A-Za-z:.-])(?:[0-9A-Fa-f]{2}(?P<mark>[:-])(?:[0-9A-Fa-f]{2}(?P=mark)){4}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4})"
    r"(?![0-9A-Za-z]|[:-][0-9A-Fa-f])"
)
_BARE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{12}(?![0-9A-Za-z])")
_LONGER = re.compile(r"(?<![0-9A-Za-z:-])[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){6,63}(?![0-9A-Za-z])")
_LABEL = label(r"mac|mac[ _-]?addr(?:ess)?|hw(?:addr)?|ether|bssid|wifi|mac-адрес\w*|mac-адреса")
_NOBODY = frozenset(["00:00:00:00:00:00", "FF:FF:FF:FF:FF:FF"])
_LOCAL_BIT = 0x02
_LOCAL_NOTE = noted(
    "The address was made up by the device (its “local” bit is set), as telephones do for each network."
)


def read_mac_addresses(sheet: Sheet) -> Iterator[Finding]:
    """Six pairs, or Cisco's three groups of four; twelve figures in a row only where the text calls them so."""
    longer = [Aside(match.start(), match.end()) for match in _LONGER.finditer(sheet.text)]
    yield from longer
    text = sheet.without(longer).text
    for match in _WRITTEN.finditer(text):
        yield _read(match)
    for match in _BARE.finditer(text):
        if sheet.labelled(match.start(), _LABEL):
            yield _read(match)


def _read(match: re.Match[str]) -> Finding:
    digits = re.sub("[:.-]", "", match[0]).upper()
    value = ":".join(digits[index : index + 2] for index in range(0, 12, 2))
    if value in _NOBODY:
        return Aside(match.start(), match.end())
    notes = (_LOCAL_NOTE,) if int(digits[:2], 16) & _LOCAL_BIT else ()
    return Found(match.start(), match.end(), IdentifierType.MAC_ADDRESS, value, notes=notes)
