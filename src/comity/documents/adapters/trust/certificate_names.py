"""A certificate's words for a reader: names as one printable line, moments as ISO 8601 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from asn1crypto import x509

_LONGEST = 200


def named(name: x509.Name, part: str) -> str:
    """The name's part; a certificate may hold it several times, or not at all."""
    found = name.native.get(part, "")
    return one_line(", ".join(found) if isinstance(found, list) else str(found))


def called(name: x509.Name) -> str:
    """What its owner is called: the common name where there is one, else all of it."""
    return named(name, "common_name") or one_line(name.human_friendly)


def one_line(text: str) -> str:
    """`text` without what cannot be seen, and not longer than a line or two."""
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST]


def aware(moment: datetime) -> datetime:
    """`moment` with its zone: one without is meant in UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def utc(moment: datetime) -> str:
    return aware(moment).astimezone(UTC).isoformat()


def called_in_der(certificate: bytes) -> str:
    """What the owner of a certificate in DER is called."""
    return called(x509.Certificate.load(certificate).subject)
