"""Tickets that begin with another's: what follows a request in its chain, and what arrived from the other side."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field, StrictBool

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DRAFT, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.resources.lines import Reference
from comity.api.resources.requests import Content
from comity.api.resources.standing import Standing, stands
from comity.api.values import Moment, Sent, said
from comity.api.versioned import etag
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.register_request import LONGEST, register_request
from comity.casework.queries.arrivals import arrival_page
from comity.people.access import Person

router = Router(tags=["Chains and arrivals"])


class NewFollowUp(Sent):
    """The kind of what follows."""

    kind: str = Field(max_length=40, examples=["extension"])


class Arrived(Sent):
    """A request that arrived. It joins the case of the request that it follows, else the case given, else a new one.

    With `arrival`, kind, content and number begin with what was read of that file; what is given here comes over it,
    field by field. `another` says that it is not the one of this number that is registered already.
    """

    kind: str = Field("", max_length=40, description="Needed where no `arrival` has it.")
    content: Content = Field(default_factory=dict)
    arrival: UUID | None = Field(None, description="The id of a file that was kept: see /incoming/files.")
    received_at: Moment
    channel: str = said(LONGEST)
    oral: StrictBool = False
    their_reference: str = Field("", max_length=LONGEST)
    follows: str = Field("", max_length=30, description="Our reference of the request that it follows.")
    case: str = Field("", max_length=30)
    case_title: str = Field("", max_length=200)
    another: StrictBool = False


@router.post(
    "/requests/{reference}/follow-ups",
    auth=DRAFT,
    response=answers(Standing, 404, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Draft what follows a request",
)
def follow(request: HttpRequest, reference: Reference, body: NewFollowUp) -> HttpResponse:
    """Filled from what the request says and from the steps recorded with it; the request lists its follow_ups."""
    user = caller(request)
    return once(request, lambda: _made(user, draft_follow_up(reference, body.kind, by=user)))


@router.post(
    "/incoming",
    auth=DRAFT,
    response=answers(Standing, 404, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Register a request that arrived",
)
def register(request: HttpRequest, body: Arrived) -> HttpResponse:
    """What it lacks stops nothing here: it is asked for afterwards, by a step. A file is kept first, and named here."""
    user = caller(request)

    def act() -> Done:
        came = arrival_page(user, body.arrival) if body.arrival else None
        reference = register_request(
            body.kind or (came.kind if came else ""),
            {**came.content, **body.content} if came else body.content,
            received_at=body.received_at,
            channel=body.channel,
            oral=body.oral,
            their_reference=body.their_reference or (came.reading.their_reference if came else ""),
            arrival=body.arrival,
            follows=body.follows,
            case_reference=body.case,
            case_title=body.case_title,
            another=body.another,
            by=user,
        )
        return _made(user, reference)

    return once(request, act)


def _made(user: Person, reference: str) -> Done:
    standing = stands(user, reference)
    return Done(201, standing, {"Location": f"/api/v1/requests/{reference}", "ETag": etag(standing.version)})
