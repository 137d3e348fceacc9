"""IMEI: the number of a telephone (3GPP TS 23.003, section 6). Its last figure is a check digit, which is checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.imsi import is_known_network
from comity.kernel.words import noted, say

_DIGITS = re.compile(r"(?<![0-9A-Za-z+.])(?<!\d[-/])(?:\d{14,16}|\d(?:[ /-]?\d){13,15})(?![0-9A-Za-z]|[-/.]\d)")
_FIGURES = re.compile(r"(?<![0-9A-Za-z+.])\d(?:[ /-]?\d){4,20}(?![0-9A-Za-z]|[-/.]\d)")
_GROUPED = re.compile(r"\d{15}|\d{2}-\d{6}-\d{6}-\d|\d{6}-\d{2}-\d{6}-\d")
_LABEL = label(r"imei(?:sv)?\d?(?:/sv)?|имей|имеи|აიმეი|equipment identity")
_REPORTING_BODIES = ("01", "35", "86", "91", "97", "98", "99")
"""The first two figures of numbers in use: the bodies that allocate type codes."""

_COMMON_BODIES = ("35", "86")
"""Nearly all telephones: fifteen figures that begin so and fail the check are likely a slip."""

_WITH_CHECK_DIGIT, _WITHOUT, _WITH_SOFTWARE_VERSION = 15, 14, 16


def read_imeis(sheet: Sheet) -> Iterator[Finding]:
    """Numbers called IMEI; fifteen figures in a row where they can be nothing else."""
    read: list[Finding] = []
    for match in _DIGITS.finditer(sheet.text):
        called = bool(sheet.labelled(match.start(), _LABEL))
        one = _called(match) if called else _uncalled(match)
        if one:
            read.append(one)
    yield from read
    for match in _FIGURES.finditer(sheet.without(read).text):
        if sheet.labelled(match.start(), _LABEL):
            count = sum(character.isdigit() for character in match[0])
            sentence = say(
                "“{match}” is not an IMEI: it has {count} figures, and an IMEI has 15. Check it.",
                match=match[0],
                count=count,
            )
            yield Odd(*match.span(), IdentifierType.IMEI, sentence)


def _called(match: re.Match[str]) -> Finding:
    digits = re.sub("[ /-]", "", match[0])
    if len(digits) == _WITHOUT:
        note = say("The check digit was not written and has been added.")
        return _found(match, digits + _check_digit(digits), "imei", (note,))
    if len(digits) == _WITH_SOFTWARE_VERSION:
        return _found(
            match, digits, "imeisv", (say("Its last two figures are the software's version, not a check digit."),)
        )
    return _found(match, digits, "imei", ()) if _checks(digits) else _odd(match, digits)


def _uncalled(match: re.Match[str]) -> Finding | None:
    digits = match[0].replace("-", "")
    if not _GROUPED.fullmatch(match[0]):
        return None
    if _checks(digits):
        return _found(match, digits, "imei", ()) if digits.startswith(_REPORTING_BODIES) else None
    likely = digits.startswith(_COMMON_BODIES) and not is_known_network(digits)
    return _odd(match, digits) if likely else None


_WRONG = noted(
    "“{match}” is not an IMEI: its last figure, the check digit, would have to be {right}. If the first 14 figures are "
    "right, write {digits}{right}."
)
_WRONG_BY_NETWORKS = noted(
    "“{match}” is not an IMEI: its last figure, the check digit, would have to be {right}. Networks often log 0 in its "
    "place. If the first 14 figures are right, write {digits}{right}."
)


def _odd(match: re.Match[str], digits: str) -> Odd:
    right = _check_digit(digits[:-1])
    english = _WRONG_BY_NETWORKS if digits.endswith("0") else _WRONG
    sentence = say(
        english,
        match=match[0],
        right=right,
        digits=digits[:-1],
    )
    return Odd(match.start(), match.end(), IdentifierType.IMEI, sentence)


def _found(match: re.Match[str], value: str, kind: str, notes: tuple[str, ...]) -> Found:
    return Found(match.start(), match.end(), IdentifierType.IMEI, value, kind=kind, notes=notes)


def _checks(digits: str) -> bool:
    from stdnum import imei

    return len(digits) == _WITH_CHECK_DIGIT and imei.is_valid(digits)


def _check_digit(first: str) -> str:
    from stdnum import luhn

    return luhn.calc_check_digit(first)
