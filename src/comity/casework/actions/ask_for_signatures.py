"""Saying who signs a request beside its approver, and in which order."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.casework.rules.signing import may_ask
from comity.casework.rules.signing_events import RequestSignersAsked
from comity.casework.rules.transitions import TABLE, NotAllowed, NotInThisRole, State, Verb
from comity.documents.actions.ask_signers import ask_signers
from comity.documents.queries.signatures import signatures
from comity.documents.rules.asked import NotAskable, names_in
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import needs


@transaction.atomic
def ask_for_signatures(reference: str, *, before: str, after: str, by: User) -> None:
    """`before` and `after` the approver, one name a line; both empty: the approver signs alone, as without asking.

    A letter that was set for the old order is set anew. Raises NotFound; NotAllowed once somebody has signed; Refused.
    """
    request = request_for(by, reference, lock=True)
    if not roles_of(by) & TABLE[Verb.PREPARE].roles:
        raise NotInThisRole(needs(sorted(TABLE[Verb.PREPARE].roles)))
    signed = any(found.made for found in signatures(request.reference, request.document_id))
    if sentence := may_ask(State(request.state), anybody_signed=signed):
        raise NotAllowed(sentence)
    earlier, later = _names(before, "before", "Before the approver"), _names(after, "after", "After the approver")
    if {name.casefold() for name in earlier} & {name.casefold() for name in later}:
        raise refused("after", "After the approver", "A name stands in both lists. Each signer signs once.")
    if request.document_id is not None:
        request.document = request.signed_by = None
        request.save(update_fields=["document", "signed_by"])
    ask_signers(request.reference, before=earlier, after=later, actor=by.actor)
    event = RequestSignersAsked(subject=request_subject(request.reference), before=len(earlier), after=len(later))
    record(event, actor=by.actor)


def _names(text: str, field: str, label: str) -> tuple[str, ...]:
    try:
        return names_in(text)
    except NotAskable as problem:
        raise refused(field, label, str(problem)) from problem
