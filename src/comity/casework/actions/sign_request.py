"""Signing an approved request: the letter is set, the request attached, the document signed, all or nothing."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.models.request import Request
from comity.casework.queries.going_along import going_along
from comity.casework.queries.request_letter import letter_of
from comity.casework.queries.sending_gaps import gaps_of
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.events import RequestSigned, request_subject
from comity.casework.rules.refusal import Incomplete
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import Verb, after
from comity.documents.actions.issue_letter import issue_letter
from comity.documents.actions.sign_document import sign_document
from comity.documents.rules.view import DocumentView
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def sign_request(reference: str, *, version: int, by: User) -> None:
    """Signed by the node's key in the name of `by`. A worker then reads the document back and releases the request.

    Raises NotFound; NotAllowed; ChangedMeanwhile; Incomplete; and whatever keeps the document from being made, in which
    case nothing has changed.
    """
    request = request_for(by, reference, lock=True)
    state = after(Verb.SIGN, request.standing(), person=by.actor.reference, roles=roles_of(by))
    request.expect(version)
    if gaps := gaps_of(request, clock.today(by.zone)):
        raise Incomplete(*gaps)
    listed = going_along(request).listed
    request.listed = [one.plain() for one in listed]
    signed = _document(request, listed, by)
    request.document_id = signed.id
    request.state = state
    request.signed_by, request.signed_at = by, clock.now()
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    record(
        RequestSigned(
            subject=request_subject(request.reference),
            version=request.version,
            digest=Digest.of(canonical_json(request.content)),
            document=signed.id,
            document_digest=signed.digest,
        ),
        actor=by.actor,
    )


def _document(request: Request, listed: tuple[Listed, ...], by: User) -> DocumentView:
    """The signed letter. Its attachment holds what was approved, in one canonical form, and lists what goes along."""
    declared = kind(request.kind)
    paper = letter_of(request, by.display_name, clock.today(by.zone))
    machine = attachment_bytes(declared, request.reference, request.content, listed=listed)
    issued = issue_letter(paper, attachment=machine, actor=by.actor)
    return sign_document(issued.id, reason=f"{declared.label} {request.reference}", actor=by.actor)
