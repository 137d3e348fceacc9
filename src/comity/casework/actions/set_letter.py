"""The letter to be signed: set once for its signatory, and kept while others sign it. For the actions beside it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from comity.casework.models.request import Request
from comity.casework.queries.going_along import going_along
from comity.casework.queries.request_letter import letter_of
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind
from comity.documents.actions.issue_letter import issue_letter
from comity.documents.queries.signatures import asked
from comity.documents.rules.signature import SignatureView, SignerRole
from comity.kernel import clock
from comity.people.models.user import User


def set_letter(request: Request, due: SignatureView, by: User) -> UUID:
    """The document of `request`, made anew unless somebody has signed it. Its attachment holds what was approved.

    Whom it names as signatory stands in `request.signed_by` until the approver has signed, and after.
    """
    if request.document_id and due.position > 1:
        return request.document_id
    declared = kind(request.kind)
    signatory = by if due.role is SignerRole.APPROVER else request.approved_by or by
    request.signed_by = signatory
    request.document = None
    listed = going_along(request).listed
    request.listed = [one.plain() for one in listed]
    paper = letter_of(request, signatory.display_name, clock.today(by.zone))
    machine = attachment_bytes(declared, request.reference, request.said_content, listed=listed)
    places = len(asked(request.reference)) if settings.ENV.stamp else 0
    issued = issue_letter(paper, attachment=machine, actor=by.actor, places=places)
    request.document_id = issued.id
    return issued.id
