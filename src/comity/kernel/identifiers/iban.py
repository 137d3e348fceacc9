"""IBAN: account numbers of banks (ISO 13616), with the length of each country and the check digits of ISO 7064."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet, country_or_none, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.words import say

_CANDIDATE = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[ ]?\d{2}(?:[ .-]?[0-9A-Za-z]){11,32}")
_LABEL = label(r"iban|ібан|ибан|ანგარიშის ნომერი|bank account|account(?: no| number)?|р/с|счет|рахунок")
_PART = re.compile(r"(\d+)!")
_HEAD = 4


def read_ibans(sheet: Sheet) -> Iterator[Finding]:
    """Numbers of the right length whose check digits agree; those that only look so are said to be wrong."""
    position = 0
    while match := _CANDIDATE.search(sheet.text, position):
        one = _read(match, sheet)
        if one:
            yield one
        # A candidate may run on into the next number, so the search goes on behind what was read of it.
        position = one.end if one else match.start() + _HEAD


def _read(match: re.Match[str], sheet: Sheet) -> Finding | None:
    from stdnum import iban
    from stdnum.exceptions import ValidationError

    length = _length(match[0][:2].upper())
    written = _first(match[0], length) if length else None
    called = bool(sheet.labelled(match.start(), _LABEL))
    if written is None:
        return None
    end = match.start() + len(written)
    cut_short = end < len(sheet.text) and sheet.text[end].isalnum()
    if cut_short or not (written.isupper() or called or " " not in written):
        return None
    value = re.sub("[ .-]", "", written).upper()
    try:
        iban.validate(value)
    except ValidationError:
        sentence = say(
            "“{written}” is not an IBAN: its check digits do not agree, so a character is wrong. Check it.",
            written=written,
        )
        likely = called or (written.isupper() and sum(character.isdigit() for character in value) * 2 > len(value))
        return Odd(match.start(), end, IdentifierType.IBAN, sentence) if likely else None
    return Found(match.start(), end, IdentifierType.IBAN, value, country=_country(value))


def _first(text: str, length: int) -> str | None:
    """The beginning of `text` that holds `length` letters and figures."""
    count = 0
    for index, character in enumerate(text):
        count += character.isalnum()
        if count == length:
            return text[: index + 1]
    return None


@cache
def _length(country: str) -> int:
    """How long an IBAN of the country is; 0 for countries without."""
    from stdnum import numdb

    properties = numdb.get("iban").info(country)[0][1]
    return _HEAD + sum(int(part) for part in _PART.findall(properties["bban"])) if properties else 0


def _country(value: str) -> CountryCode | None:
    return country_or_none(value[:2])
