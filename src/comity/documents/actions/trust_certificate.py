"""Putting a certificate on the node's trust list, once somebody compared its fingerprint by another way."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.db import transaction

from comity.documents.adapters.trust.trust_file import certificate_in, changing, keep, listed
from comity.documents.rules.anchor import Anchor, Purpose, TrustProblem
from comity.documents.rules.events import TrustGiven, trust_subject
from comity.documents.rules.trust_list import check_compared, checked_words, with_added
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.user import User


def trust_certificate(
    content: bytes,
    *,
    name: str,
    purposes: Collection[Purpose],
    country: CountryCode | None,
    source: str,
    compared: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    by: User | None,
) -> Anchor:
    """The certificate in `content` (PEM or DER) vouches for `purposes` from `valid_from` to `valid_to`, both included.

    `compared` are the digits of its SHA-256 as its owner read them out, `source` says who did, and how. `by` is an
    administrator, or None for the console. Raises NotEntitled, or TrustProblem and changes nothing: no certificate,
    other digits, trusted already, or words that are missing.
    """
    actor = administrator(by)
    if not purposes:
        raise TrustProblem("Say what it may vouch for: signers, time stamps, or both.")
    new = Anchor(
        certificate=certificate_in(content).public_bytes(Encoding.DER),
        name=checked_words(name, "whose certificate it is"),
        purposes=tuple(purpose for purpose in Purpose if purpose in purposes),
        country=str(country or ""),
        valid_from=valid_from,
        valid_to=valid_to,
        source=checked_words(source, "who compared the fingerprint with whom, and how"),
        added_on=clock.today(),
    )
    check_compared(new.fingerprint, compared)
    home = settings.ENV.home
    with changing(home), transaction.atomic():
        after = with_added(listed(home), new)
        event = TrustGiven(
            subject=trust_subject(new.fingerprint),
            called=new.name,
            country=new.country,
            purposes=tuple(purpose.value for purpose in new.purposes),
            fingerprint=new.fingerprint,
            valid_from=valid_from,
            valid_to=valid_to,
            source=new.source,
        )
        record(event, actor=actor)
        keep(home, after)  # last: where it fails, nothing is recorded
    return new
