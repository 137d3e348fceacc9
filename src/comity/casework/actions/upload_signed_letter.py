"""Taking in the letter of a request that somebody signed in their own software."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.keep_signature import keep_signature
from comity.casework.rules.refusal import refused
from comity.casework.rules.signing import expect_signatory, verb_for
from comity.casework.rules.transitions import after
from comity.documents.actions.add_signatures_from_elsewhere import add_signatures_from_elsewhere
from comity.documents.actions.sign_document import NotSignable
from comity.documents.queries.signatures import awaited
from comity.kernel import clock
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def upload_signed_letter(reference: str, pdf: bytes, *, by: User) -> int:
    """How many signatures `pdf` adds to the letter as it stands here; each fills the place that is due.

    Who uploads the approver's signature is whom the letter names. Raises NotFound; NotAllowed; Refused, with a sentence
    beside the file, where it is not the letter from here plus signatures by people whom this node knows.
    """
    request = request_for(by, reference, lock=True)
    due = awaited(request.reference, request.document_id)
    after(verb_for(due), request.standing(), person=by.actor.reference, roles=roles_of(by))
    if due is None or request.document_id is None:
        raise refused("document", "Signed letter", "There is no letter to sign yet. Have it set first.")
    try:
        made = add_signatures_from_elsewhere(request.document_id, pdf, actor=by.actor)
    except NotSignable as problem:
        raise refused("document", "Signed letter", str(problem)) from problem
    for place in made:
        after(verb_for(place), request.standing(), person=by.actor.reference, roles=roles_of(by))
        signatory = request.signed_by.display_name if request.signed_by else ""
        expect_signatory(place, signatory=signatory, person=by.display_name, signed_already=True)
        keep_signature(request, place, by)
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    return len(made)
