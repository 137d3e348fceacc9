"""One telephone number in its international form (E.164), with the country of its calling code. Dials nothing."""

from __future__ import annotations

from dataclasses import dataclass

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.finding import country_or_none

_KINDS = {0: "fixed-line", 1: "mobile", 6: "internet-telephone"}
"""By phonenumbers.PhoneNumberType; the others tell a reader nothing."""


@dataclass(frozen=True, slots=True)
class TelephoneNumber:
    """`value` in E.164 ("+995599123456"); `kind` where the numbering plan tells it, else empty."""

    value: str
    kind: str
    country: CountryCode | None


def telephone_number(text: str, region: CountryCode | None = None) -> TelephoneNumber | None:
    """Read a number with its +, or a national one of `region`; None where no numbering plan knows it."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return TelephoneNumber(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        _KINDS.get(phonenumbers.number_type(number), ""),
        country_or_none(phonenumbers.region_code_for_number(number)),
    )
