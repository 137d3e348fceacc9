"""Releasing a signed request, once the node has read its document back. Done by the node itself, never by a person."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.casework.models.request import Request
from comity.casework.queries.going_along import listed_of
from comity.casework.rules.attachment import attachment
from comity.casework.rules.events import RequestHeld, RequestReleased, request_subject
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.registry import kind
from comity.casework.rules.release import problem
from comity.casework.rules.transitions import State, Verb, after
from comity.documents.queries.documents import document as kept
from comity.documents.queries.documents import document_content
from comity.documents.queries.signatures import awaited
from comity.documents.queries.verification import verify
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM


@transaction.atomic
def release_request(reference: str) -> bool:
    """Whether the request is ready to be sent. May be called again: what is not “signed” is left as it is.

    Where the document is not whole, or its attachment says something else than the request, the request stays signed,
    with the reason for everybody to see; so it does while a signature is awaited. Raises NotFound.
    """
    request = Request.objects.select_for_update(of=("self",), no_key=True).filter(reference=reference).first()
    if request is None:
        raise NotFound("request")
    if request.state != State.SIGNED or request.document_id is None:
        return request.state in {State.READY, State.SENT}
    document = request.document_id
    if awaited(request.reference, document):
        return False
    version = kept(document).version
    expected = attachment(
        kind(request.kind), request.reference, request.said_content, version=version, listed=listed_of(request)
    )
    sentence = problem(verify(document_content(document)), expected)
    return _hold(request, document, sentence) if sentence else _release(request, document)


def _release(request: Request, document: UUID) -> bool:
    request.state = after(Verb.RELEASE, request.standing(), person=SYSTEM.reference, roles=frozenset())
    request.hold_reason = ""
    request.changed_at = clock.now()
    request.save(update_fields=["state", "hold_reason", "changed_at"])
    record(RequestReleased(subject=request_subject(request.reference), document=document), actor=SYSTEM)
    return True


def _hold(request: Request, document: UUID, sentence: str) -> bool:
    """Said once: the same problem found again is not recorded again."""
    if request.hold_reason != sentence:
        request.hold_reason = sentence
        request.save(update_fields=["hold_reason"])
        record(
            RequestHeld(subject=request_subject(request.reference), document=document, problem=sentence),
            actor=SYSTEM,
        )
    return False
