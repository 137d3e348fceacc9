"""Writing down that somebody signed in or out, or tried to. Decides nothing: that is the sign-in's own work."""

from __future__ import annotations

from django.db import transaction

from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.user import User
from comity.people.rules.events import SignedIn, SignedOut, SignInFailed

UNKNOWN = "sign-in:unknown"
"""The subject of failed sign-ins that named no user of this node."""


@transaction.atomic
def record_sign_in(user: User, *, address: str) -> None:
    """`user` signed in from the IP address `address`."""
    record(SignedIn(subject=user.subject, address=address), actor=user.actor)


@transaction.atomic
def record_sign_out(user: User, *, address: str) -> None:
    """`user` ended the session."""
    record(SignedOut(subject=user.subject, address=address), actor=user.actor)


@transaction.atomic
def record_failed_sign_in(username: str, *, address: str, failures: int, locked: bool) -> None:
    """Somebody gave `username` and could not prove to be that user. The actor is the node: nobody was identified."""
    user = User.objects.filter(username=username.strip().lower()).first()
    subject = user.subject if user else UNKNOWN
    record(SignInFailed(subject=subject, address=address, failures=failures, locked=locked), actor=SYSTEM)
