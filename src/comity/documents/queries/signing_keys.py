"""Officers' own keys: who has one, and the key made ready for whoever signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.documents.adapters.signing.officer_key import usable
from comity.documents.adapters.signing.signatures import UsableKey
from comity.documents.models.signing_key import SigningKey
from comity.documents.rules.signature import KeySource, NotSigned
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class SigningKeyView:
    """A registered key: whose, where, and its certificate's SHA-256. `ended_at` is None while it signs."""

    username: str
    signer: str
    source: KeySource
    fingerprint: str
    registered_at: datetime
    ended_at: datetime | None
    end_reason: str


def own_signer(user: User) -> str:
    """The name in the certificate of the user's own key; empty where they have none registered."""
    found = SigningKey.objects.filter(holder=user, ended_at=None).values_list("signer", flat=True).first()
    return found or ""


def officer_signing_key(user: User) -> UsableKey:
    """The user's own key, ready to sign. Raises NotSigned where there is none, or it does not serve."""
    row = SigningKey.objects.filter(holder=user, ended_at=None).first()
    if row is None:
        raise NotSigned("You have no key registered on this node. The administrator registers one: comity signer add.")
    return usable(KeySource(row.source), row.place, row.certificates)


def signing_keys() -> tuple[SigningKeyView, ...]:
    """All of them, the newest of each holder first, those that ended included."""
    rows = SigningKey.objects.select_related("holder").order_by("holder__username", "-registered_at", "-pk")
    return tuple(
        SigningKeyView(
            row.holder.username,
            row.signer,
            KeySource(row.source),
            row.fingerprint,
            row.registered_at,
            row.ended_at,
            row.end_reason,
        )
        for row in rows
    )
