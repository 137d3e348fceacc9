"""Whom this node trusts, for its keepers: each certificate with what it may vouch for, since when, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from comity.documents.adapters.trust.trust_file import certificate_in
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.rules.anchor import Anchor, Purpose
from comity.kernel import clock
from comity.kernel.sayable import sayable
from comity.kernel.words import noted


class Standing(StrEnum):
    """Whether it counts today."""

    TRUSTED = "trusted"
    TO_COME = "trust-to-come"
    OVER = "trust-over"
    RUN_OUT = "certificate-over"
    WITHDRAWN = "trust-withdrawn"

    @property
    def label(self) -> str:
        return _LABELS[self]


@dataclass(frozen=True, slots=True)
class Trusted:
    """One entry. `issued_to`, `begins` and `ends` are what the certificate itself says; the days are the list's.

    `source` and `added_on` are empty where nobody wrote them down: then they are not known.
    """

    name: str
    country: str
    purposes: tuple[Purpose, ...]
    standing: Standing
    valid_from: date | None
    valid_to: date | None
    added_on: date | None
    source: str
    withdrawn_on: date | None
    withdrawn_because: str
    place: str
    own: bool
    issued_to: str
    begins: datetime
    ends: datetime
    fingerprint: str

    @property
    def since_until(self) -> str:
        """The list's days in a sentence."""
        if self.own:
            return sayable("This node's own; trusted for as long as it is in force.")
        since = sayable("from {day}", day=self.valid_from) if self.valid_from else sayable("from any day")
        until = sayable("up to {day}", day=self.valid_to) if self.valid_to else sayable("until further notice")
        if self.added_on:
            return sayable(_TRUSTED_SINCE, since=since, until=until, day=self.added_on)
        return sayable("Trusted {since} {until}.", since=since, until=until)

    @property
    def why(self) -> str:
        """How it came on the list, or why it was withdrawn."""
        if self.withdrawn_on:
            return sayable("Withdrawn on {day}: {why}", day=self.withdrawn_on, why=self.withdrawn_because)
        if self.own:
            return sayable(_MADE_HERE)
        return self.source or sayable(_LOOSE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A certificate that is not on the list yet, to be compared."""

    issued_to: str
    issued_by: str
    begins: datetime
    ends: datetime
    fingerprint: str


def trusted() -> tuple[Trusted, ...]:
    """Everybody, the withdrawn last. Raises TrustProblem where a file of the trust list cannot be read."""
    found = [_view(anchor) for anchor in anchors(settings.ENV.home)]
    return tuple(sorted(found, key=lambda entry: entry.standing is Standing.WITHDRAWN))


def candidate(content: bytes) -> Candidate:
    """What a file with a certificate says of it. Raises TrustProblem for any other file."""
    certificate = certificate_in(content)
    return Candidate(
        issued_to=certificate.subject.rfc4514_string(),
        issued_by=certificate.issuer.rfc4514_string(),
        begins=certificate.not_valid_before_utc,
        ends=certificate.not_valid_after_utc,
        fingerprint=Anchor(certificate.public_bytes(Encoding.DER), "", ()).fingerprint,
    )


def _view(anchor: Anchor) -> Trusted:
    certificate = x509.load_der_x509_certificate(anchor.certificate)
    return Trusted(
        name=anchor.name,
        country=anchor.country,
        purposes=anchor.purposes,
        standing=_standing(anchor, certificate, clock.now()),
        valid_from=anchor.valid_from,
        valid_to=anchor.valid_to,
        added_on=anchor.added_on,
        source=anchor.source,
        withdrawn_on=anchor.withdrawn_on,
        withdrawn_because=anchor.withdrawn_because,
        place=anchor.place,
        own=anchor.own,
        issued_to=certificate.subject.rfc4514_string(),
        begins=certificate.not_valid_before_utc,
        ends=certificate.not_valid_after_utc,
        fingerprint=anchor.fingerprint,
    )


def _standing(anchor: Anchor, certificate: x509.Certificate, now: datetime) -> Standing:
    day = now.astimezone(UTC).date()
    if anchor.withdrawn_on is not None:
        return Standing.WITHDRAWN
    if anchor.valid_to is not None and day > anchor.valid_to:
        return Standing.OVER
    if anchor.valid_from is not None and day < anchor.valid_from:
        return Standing.TO_COME
    return Standing.RUN_OUT if now > certificate.not_valid_after_utc else Standing.TRUSTED


_TRUSTED_SINCE = noted("Trusted {since} {until}, on the list since {day}.")
_MADE_HERE = noted(
    "Made by this node at its first signature. It vouches for the node's own signatures and time stamps."
)
_LOOSE = noted("Who put it there, when and why is not known: a loose file says nothing of itself.")
_LABELS = {
    Standing.TRUSTED: noted("trusted"),
    Standing.TO_COME: noted("trusted from a later day"),
    Standing.OVER: noted("trusted until an earlier day"),
    Standing.RUN_OUT: noted("trusted, but its certificate has run out"),
    Standing.WITHDRAWN: noted("withdrawn"),
}
