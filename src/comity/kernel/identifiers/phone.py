"""Telephone numbers, in their international form (E.164). A national number needs the country that the user states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.country_words import country_words
from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.providers import PROVIDERS, spelled
from comity.kernel.identifiers.telephone_number import TelephoneNumber, telephone_number
from comity.kernel.words import say

_SEPARATOR = r"[ ()./-]{0,3}"
_INTERNATIONAL = re.compile(
    rf"(?<![\w+])(?:\+{_SEPARATOR}|00{_SEPARATOR}(?=[1-9]))\d(?:{_SEPARATOR}\d){{5,16}}(?![0-9A-Za-z_]|[.-]\d)"
)
_NATIONAL = re.compile(rf"(?<![0-9A-Za-z_+=#№/@.-])[(]?\d(?:{_SEPARATOR}\d){{4,14}}(?![0-9A-Za-z_]|[.:/-]\d)")
_LABEL = label(
    r"tel|telephone|phone|mobile|mob|cell|fax|call(?:ed|er)?|msisdn|whatsapp|viber|signal|telegram"
    r"|телефон\w*|тел|моб|мобильн\w*|факс|номер|ტელ|ტელეფონ\w*|მობ|მობილურ\w*|հեռ|հեռախոս\w*|բջջ|telefon\w*|zəng"
)
_BY_TELEPHONE = label("|".join(one.spellings for one in PROVIDERS if one.by_telephone or one.key == "telegram"))
_FEWEST_DIGITS = 7


def read_phones(sheet: Sheet) -> Iterator[Finding]:
    """Numbers with + or 00; those that the text calls so; with a region, also national numbers that are valid there."""
    international = [one for match in _INTERNATIONAL.finditer(sheet.text) if (one := _international(match, sheet))]
    yield from international
    left = sheet.without(international)
    for match in _NATIONAL.finditer(left.text):
        if one := _national(match, left):
            yield one


def _international(match: re.Match[str], sheet: Sheet) -> Finding | None:
    digits = re.sub(r"\D", "", match[0])
    digits = digits if match[0].startswith("+") else digits.removeprefix("00")
    number = telephone_number(f"+{digits}")
    if number:
        return _found(match, number, sheet)
    if len(digits) < _FEWEST_DIGITS or not match[0].startswith("+"):
        return None
    sentence = say(
        "“{match}” is not a number that any network gives out: too short, too long, or of no country. Check it.",
        match=match[0],
    )
    return Odd(match.start(), match.end(), IdentifierType.PHONE, sentence)


def _national(match: re.Match[str], sheet: Sheet) -> Finding | None:
    digits = re.sub(r"\D", "", match[0])
    called = sheet.labelled(match.start(), _LABEL)
    if not (called or sheet.region) or len(digits) < _FEWEST_DIGITS - 2 * bool(sheet.region and called):
        return None
    number = telephone_number(match[0], sheet.region) if sheet.region else None
    number = number or (telephone_number(f"+{digits}") if called else None)
    if number:
        return _found(match, number, sheet)
    if not called or len(digits) < _FEWEST_DIGITS:
        return None
    if sheet.region:
        sentence = say(
            "“{match}” cannot be read as a telephone number in {country}. Write it with + and the country's code.",
            match=match[0],
            country=country_words(sheet.region),
        )
    else:
        sentence = say(
            "“{match}” cannot be read as a telephone number without its country. Write it with + and the country's "
            "code.",
            match=match[0],
        )
    return Odd(match.start(), match.end(), IdentifierType.PHONE, sentence)


def _found(match: re.Match[str], number: TelephoneNumber, sheet: Sheet) -> Found:
    service = sheet.labelled(match.start(), _BY_TELEPHONE)
    provider = spelled(service[1]) if service else None
    return Found(
        match.start(),
        match.end(),
        IdentifierType.PHONE,
        number.value,
        kind=number.kind,
        provider=provider.key if provider else "",
        country=number.country,
    )
