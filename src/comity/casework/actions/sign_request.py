"""Signing an approved request: the signature that is due, in the order that was asked for, all or nothing."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.keep_signature import keep_signature
from comity.casework.actions.set_letter import set_letter
from comity.casework.models.request import Request
from comity.casework.queries.sending_gaps import gaps_of
from comity.casework.rules.refusal import Incomplete
from comity.casework.rules.registry import kind
from comity.casework.rules.signing import expect_key, expect_signatory, verb_for
from comity.casework.rules.transitions import TABLE, Verb, after
from comity.documents.actions.sign_document import sign_document
from comity.documents.queries.signatures import awaited, signatures
from comity.documents.queries.signing_keys import officer_signing_key
from comity.documents.rules.signature import SignatureView
from comity.kernel import clock
from comity.people.models.user import User
from comity.people.queries.mandates import mandate_in_words
from comity.people.queries.roles import roles_of


@transaction.atomic
def sign_request(reference: str, *, version: int, by: User, own_key: bool = False) -> None:
    """The signature that is due, in the name of `by`: by the node's key, or by the key that `by` has registered here.

    The first one sets the letter. Once all who were asked have signed, a worker reads the document back and releases
    the request. Raises NotFound; NotAllowed; ChangedMeanwhile; Incomplete; NotSigned; and whatever else keeps the
    document from being made, in which case nothing has changed.
    """
    request = request_for(by, reference, lock=True)
    due = awaited(request.reference, request.document_id)
    verb = verb_for(due)
    after(verb, request.standing(), person=by.actor.reference, roles=roles_of(by))
    request.expect(version)
    assert due is not None  # noqa: S101  where nothing is due, the table refused
    _expect(request, due, by, own_key=own_key)
    document = set_letter(request, due, by)
    sign_document(
        document,
        reason=f"{kind(request.kind).label} {request.reference}",
        mandate=mandate_in_words(by, TABLE[verb].roles, clock.today(by.zone)),
        role=due.role,
        key=officer_signing_key(by) if own_key else None,
        actor=by.actor,
    )
    keep_signature(request, signatures(request.reference, document)[due.position - 1], by)
    request.changed_at, request.changed_by = clock.now(), by
    request.save()


def _expect(request: Request, due: SignatureView, by: User, *, own_key: bool) -> None:
    """What must hold beside the table of transitions."""
    expect_key(due, own_key=own_key)
    if verb_for(due) is Verb.COUNTERSIGN:
        return
    signatory = request.signed_by.display_name if request.signed_by else ""
    expect_signatory(due, signatory=signatory, person=by.display_name, signed_already=due.position > 1)
    if gaps := gaps_of(request, clock.today(by.zone)):
        raise Incomplete(*gaps)
