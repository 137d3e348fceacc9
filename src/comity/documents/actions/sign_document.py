"""Signing a document: the next signature that was asked for, appended. What was signed before stays as it was."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from comity.documents.actions.append_signature import NotSignable, append_signature, expect_role, to_sign
from comity.documents.adapters.signing.signatures import UsableKey, node_signing_key, sign
from comity.documents.adapters.timestamps.time_authority import NoTimeStamp
from comity.documents.queries.documents import view
from comity.documents.rules.signature import LONGEST_MANDATE, LONGEST_REASON, Level, SignerRole
from comity.documents.rules.view import DocumentView
from comity.ledger.rules.actor import Actor

__all__ = ["NotSignable", "sign_document"]


def sign_document(
    document_id: UUID,
    *,
    reason: str,
    actor: Actor,
    role: SignerRole = SignerRole.APPROVER,
    mandate: str = "",
    key: UsableKey | None = None,
) -> DocumentView:
    """Append the signature that is due, `role`'s, by `key` or else the node's, stating `reason` inside it; record it.

    At the node's level, or B-B where its time-stamp authority fails and the node may do without. Who may sign is the
    caller's to decide. Raises NoSuchDocument, NotSignable where another's signature is due, all are there, or the
    reason is missing or too long; NotSigned where a key or the time-stamp authority does not serve.
    """
    why, by_right = _line(reason, LONGEST_REASON, "reason for signing"), mandate.strip()
    if by_right:
        _line(by_right, LONGEST_MANDATE, "mandate")
    with transaction.atomic():
        row, place = to_sign(document_id)
        expect_role(place, role, row.reference)
        used = key or node_signing_key()
        signed, level = _signed(bytes(row.signed or row.unsigned), why, by_right, used)
        append_signature(
            row,
            place,
            signed,
            signer=used.name,
            certificate=used.fingerprint,
            reason=why,
            mandate=by_right,
            level=level,
            timestamps="" if level is Level.BASIC else settings.ENV.timestamps,
            source=used.source,
            actor=actor,
        )
    return view(row)


def _signed(pdf: bytes, reason: str, mandate: str, key: UsableKey) -> tuple[bytes, Level]:
    level = Level(settings.ENV.signature_level)
    try:
        return sign(pdf, reason=reason, mandate=mandate, level=level, key=key), level
    except NoTimeStamp:
        if not settings.ENV.without_timestamps:
            raise
    return sign(pdf, reason=reason, mandate=mandate, level=Level.BASIC, key=key), Level.BASIC


def _line(text: str, longest: int, what: str) -> str:
    said = text.strip()
    if not said or len(said) > longest or not said.isprintable():
        raise NotSignable(f"Give the {what}, in one line of at most {longest} characters.")
    return said
