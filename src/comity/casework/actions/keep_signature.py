"""What a signature does to its request: the approver's makes it signed, others are noted. For the actions beside."""

from __future__ import annotations

from comity.casework.models.request import Request
from comity.casework.rules.events import RequestSigned, request_subject
from comity.casework.rules.signing_events import RequestCosigned
from comity.casework.rules.transitions import State
from comity.documents.rules.signature import SignatureView, SignerRole
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User


def keep_signature(request: Request, made: SignatureView, by: User) -> None:
    """Change the request and record it, for the signature that was just `made` on its document. Does not save it."""
    subject = request_subject(request.reference)
    assert request.document_id is not None  # noqa: S101  what was signed is there
    if made.role is not SignerRole.APPROVER:
        cosigned = RequestCosigned(
            subject=subject,
            position=made.position,
            role=made.role,
            document=request.document_id,
            document_digest=made.digest,
        )
        record(cosigned, actor=by.actor)
        return
    request.state = State.SIGNED
    request.signed_by, request.signed_at = by, clock.now()
    signed = RequestSigned(
        subject=subject,
        version=request.version,
        digest=Digest.of(canonical_json(request.content)),
        document=request.document_id,
        document_digest=made.digest,
    )
    record(signed, actor=by.actor)
