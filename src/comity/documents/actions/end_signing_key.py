"""Ending an officer's own key. Letters signed with it stay signed."""

from __future__ import annotations

from cryptography import x509
from django.conf import settings
from django.db import transaction

from comity.documents.adapters.keys.node_authority import revoke
from comity.documents.adapters.keys.own_key import own_key
from comity.documents.models.signing_key import SigningKey
from comity.documents.rules.events import SigningKeyEnded
from comity.documents.rules.signature import NotSigned
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import CONSOLE
from comity.people.models.user import User

LONGEST_REASON = 200


@transaction.atomic
def end_signing_key(user: User, *, reason: str) -> bool:
    """Whether the node's own authority issued its certificate: it then takes it back, and its lists say so from now on.

    Another authority must be told by its holder. Raises NotSigned where the user has no key, or no reason is given.
    """
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_REASON:
        raise NotSigned(f"Say why, in at most {LONGEST_REASON} characters: without a reason a key is not ended.")
    row = SigningKey.objects.select_for_update(no_key=True).filter(holder=user, ended_at=None).first()
    if row is None:
        raise NotSigned(f"{user.display_name} has no key registered on this node.")
    certificate = x509.load_pem_x509_certificate(row.certificates.encode())
    ours = certificate.issuer == own_key().authority.subject
    row.ended_at, row.end_reason = clock.now(), why
    row.save(update_fields=["ended_at", "end_reason"])
    record(SigningKeyEnded(subject=user.subject, certificate=row.fingerprint, reason=why, revoked=ours), actor=CONSOLE)
    if ours:
        revoke(settings.ENV.home, certificate, row.ended_at)
    return ours
