"""Having the letter set for somebody who signs it in their own software."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.set_letter import set_letter
from comity.casework.queries.sending_gaps import gaps_of
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import Incomplete
from comity.casework.rules.signing import verb_for
from comity.casework.rules.signing_events import RequestLetterSet
from comity.casework.rules.transitions import NotAllowed, Verb, after
from comity.documents.queries.documents import document
from comity.documents.queries.signatures import awaited
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def prepare_letter(reference: str, *, version: int, by: User) -> None:
    """The letter stands, unsigned, to be downloaded; where others have signed it already, it stands as it is.

    Raises NotFound; NotAllowed; ChangedMeanwhile; Incomplete.
    """
    request = request_for(by, reference, lock=True)
    due = awaited(request.reference, request.document_id)
    verb = verb_for(due)
    after(verb, request.standing(), person=by.actor.reference, roles=roles_of(by))
    request.expect(version)
    if due is None or verb is Verb.COUNTERSIGN:
        raise NotAllowed("The letter is set, and signed by the approver. It can be downloaded as it is.")
    if gaps := gaps_of(request, clock.today(by.zone)):
        raise Incomplete(*gaps)
    made = document(set_letter(request, due, by))
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    event = RequestLetterSet(
        subject=request_subject(request.reference),
        version=request.version,
        document=made.id,
        document_digest=made.digest,
    )
    record(event, actor=by.actor)
