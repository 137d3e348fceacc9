"""IMSI: the number of a SIM card (ITU-T E.212). Its first three figures name a country, the next a network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet, country_or_none, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.words import say

_DIGITS = re.compile(r"(?<![0-9A-Za-z+.])(?<!\d[-/])(?:\d{14,15}|\d(?:[ -]?\d){13,14})(?![0-9A-Za-z]|[-/.]\d)")
_FIGURES = re.compile(r"(?<![0-9A-Za-z+.])\d(?:[ -]?\d){4,20}(?![0-9A-Za-z]|[-/.]\d)")
_LABEL = label(r"imsi\d?|имси|აიმსი|subscriber identity")
_LENGTH = 15


def read_imsis(sheet: Sheet) -> Iterator[Finding]:
    """Numbers called IMSI; fifteen figures in a row that begin with a known network (and were not read as an IMEI)."""
    read = [one for match in _DIGITS.finditer(sheet.text) if (one := _read(match, sheet))]
    yield from read
    for match in _FIGURES.finditer(sheet.without(read).text):
        if sheet.labelled(match.start(), _LABEL):
            count = sum(character.isdigit() for character in match[0])
            sentence = say(
                "“{match}” is not an IMSI: it has {count} figures, and an IMSI has 15. Check it.",
                match=match[0],
                count=count,
            )
            yield Odd(*match.span(), IdentifierType.IMSI, sentence)


def _read(match: re.Match[str], sheet: Sheet) -> Finding | None:
    digits = re.sub("[ -]", "", match[0])
    if not sheet.labelled(match.start(), _LABEL):
        return _found(match, digits) if len(match[0]) == _LENGTH and is_known_network(digits) else None
    if _country(digits[:3]):
        return _found(match, digits)
    sentence = say(
        "“{match}” is not an IMSI: no country has the mobile code {digits}. Check the figures.",
        match=match[0],
        digits=digits[:3],
    )
    return Odd(*match.span(), IdentifierType.IMSI, sentence)


def is_known_network(digits: str) -> bool:
    """Whether the figures begin with the code of a country and of one of its networks."""
    return bool(_network(digits))


def _found(match: re.Match[str], digits: str) -> Found:
    network = _network(digits)
    operator = network.get("brand") or network.get("operator")
    notes = (
        (say("Issued by the network {operator}, by a public list; verify before use.", operator=operator),)
        if operator
        else ()
    )
    country = country_or_none(_country(digits[:3]).upper())
    return Found(match.start(), match.end(), IdentifierType.IMSI, digits, country=country, notes=notes)


def _network(digits: str) -> dict[str, str]:
    """What the E.212 list says of the network; empty where it knows none."""
    from stdnum import numdb

    parts = numdb.get("imsi").info(digits)
    return dict(parts[1][1]) if len(parts) > 2 else {}  # noqa: PLR2004 - country, network, subscriber


@cache
def _country(mobile_code: str) -> str:
    """The country of most networks under a mobile country code: some codes serve islands beside the mainland.

    “international” for codes of no country, and empty where no network has the code.
    """
    networks = [network for number in range(100) if (network := _network(f"{mobile_code}{number:02d}0000000000"))]
    countries = Counter(network.get("cc", "international") for network in networks)
    return countries.most_common(1)[0][0] if countries else ""
