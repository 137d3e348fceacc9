"""The way of a request from draft to dispatch: submit, return, approve, sign, mark as sent, withdraw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DECIDE, DRAFT, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.resources.lines import Reference
from comity.api.resources.standing import Standing, stands
from comity.api.values import Day, Sent, said
from comity.api.versioned import IF_MATCH, etag, seen_version
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.withdraw_request import withdraw_request
from comity.people.access import Person

router = Router(tags=["From draft to dispatch"])


_ANSWERS = answers(Standing, 404, *CHANGES)
_ON_WHAT_WAS_SEEN: dict[str, Any] = {
    "response": answers(Standing, 404, 412, 428, *CHANGES),
    "openapi_extra": {"parameters": [IF_MATCH, IDEMPOTENCY_KEY]},
}
_REPEATABLE: dict[str, Any] = {"response": _ANSWERS, "openapi_extra": {"parameters": [IDEMPOTENCY_KEY]}}


class Reason(Sent):
    """Why, in words that others will read."""

    reason: str = said(4000)


class Dispatch(Sent):
    """How it left. `sent_on` is a day in the requested country; the reference is the one it has with that channel."""

    sent_on: Day
    channel: str = said(200)
    reference: str = Field("", max_length=200)


@router.post("/requests/{reference}/submit", auth=DRAFT, summary="Send a draft to approval", **_ON_WHAT_WAS_SEEN)
def submit(request: HttpRequest, reference: Reference) -> HttpResponse:
    """Answers 422 with each gap and its article where something is missing."""
    version = seen_version(request)
    return _done(request, reference, lambda user: submit_for_review(reference, version=version, by=user))


@router.post("/requests/{reference}/approve", auth=DECIDE, summary="Approve a request", **_ON_WHAT_WAS_SEEN)
def approve(request: HttpRequest, reference: Reference) -> HttpResponse:
    """Four eyes: nobody approves what they drafted or edited."""
    version = seen_version(request)
    return _done(request, reference, lambda user: approve_request(reference, version=version, by=user))


@router.post("/requests/{reference}/sign", auth=DECIDE, summary="Sign an approved request", **_ON_WHAT_WAS_SEEN)
def sign(request: HttpRequest, reference: Reference) -> HttpResponse:
    """The letter is set and signed. It is ready to send once the node has read it back: the state is then “ready”."""
    version = seen_version(request)
    return _done(request, reference, lambda user: sign_request(reference, version=version, by=user))


@router.post("/requests/{reference}/return", auth=DECIDE, summary="Return a request for changes", **_REPEATABLE)
def return_(request: HttpRequest, reference: Reference, body: Reason) -> HttpResponse:
    """It is a draft again; an approval it had is gone."""
    return _done(request, reference, lambda user: return_for_changes(reference, body.reason, by=user))


@router.post("/requests/{reference}/sent", auth=DECIDE, summary="Note that a request was sent", **_REPEATABLE)
def sent(request: HttpRequest, reference: Reference, body: Dispatch) -> HttpResponse:
    """It left by other means than this node. Its clocks begin."""
    return _done(
        request,
        reference,
        lambda user: mark_request_sent(
            reference, sent_on=body.sent_on, channel=body.channel, dispatch_reference=body.reference, by=user
        ),
    )


@router.post("/requests/{reference}/withdraw", auth=DECIDE, summary="Withdraw a request", **_REPEATABLE)
def withdraw(request: HttpRequest, reference: Reference, body: Reason) -> HttpResponse:
    """It goes no further, and stays to be read. For one that was sent, take the step “withdraw”."""
    return _done(request, reference, lambda user: withdraw_request(reference, body.reason, by=user))


def _done(request: HttpRequest, reference: str, decide: Callable[[Person], object]) -> HttpResponse:
    user = caller(request)

    def act() -> Done:
        decide(user)
        standing = stands(user, reference)
        return Done(200, standing, {"ETag": etag(standing.version)})

    return once(request, act)
