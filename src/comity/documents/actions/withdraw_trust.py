"""Withdrawing the trust in a certificate: it vouches for nobody any more, and stays on the list with the reason."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from comity.documents.adapters.trust.trust_file import changing, keep, listed
from comity.documents.rules.anchor import Anchor
from comity.documents.rules.events import TrustWithdrawn, trust_subject
from comity.documents.rules.trust_list import checked_words, with_withdrawn
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.user import User


def withdraw_trust(digits: str, *, reason: str, by: User | None) -> Anchor:
    """Whatever on the list has a SHA-256 that begins with `digits` is trusted no more, from this moment.

    `by` is an administrator, or None for the console. Raises NotEntitled, or TrustProblem: nothing there, or not clear
    which.
    """
    actor = administrator(by)
    why = checked_words(reason, "why it is not trusted any more")
    home = settings.ENV.home
    with changing(home), transaction.atomic():
        after, gone = with_withdrawn(listed(home), digits, why, clock.now())
        event = TrustWithdrawn(
            subject=trust_subject(gone.fingerprint), called=gone.name, fingerprint=gone.fingerprint, reason=why
        )
        record(event, actor=actor)
        keep(home, after)  # last: where it fails, nothing is recorded
    return gone
