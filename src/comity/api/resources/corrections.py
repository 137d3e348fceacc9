"""Correcting when something happened to a request: the entry stays, what is counted from it is counted anew."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field, StrictInt

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DECIDE, READ, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.resources.lines import Reference
from comity.api.resources.standing import Standing, stands
from comity.api.values import Moment, Sent, said
from comity.api.versioned import etag
from comity.casework.actions.correct_event import LONGEST, correct_event
from comity.casework.queries.corrections import CorrectableView, corrections_of

router = Router(tags=["Handling"])


class Correctable(Schema):
    """An entry of the ledger by its number, and when it happened as far as is known now (UTC). `day` is set where only
    the day is known."""

    sequence: int
    sentence: str
    happened_at: datetime
    day: date | None
    corrected: bool


class Correction(Sent):
    """When the entry `corrects` really happened, and why it is corrected."""

    corrects: StrictInt = Field(ge=1, le=2**53)
    happened_at: Moment
    reason: str = said(LONGEST)


@router.get(
    "/requests/{reference}/corrections",
    auth=READ,
    response=answers(list[Correctable], 404),
    summary="What can be corrected",
)
def list_correctable(request: HttpRequest, reference: Reference) -> list[CorrectableView]:
    """What happened at a moment of its own, oldest first."""
    return list(corrections_of(caller(request), reference).entries)


@router.post(
    "/requests/{reference}/corrections",
    auth=DECIDE,
    response=answers(Standing, 404, *CHANGES),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Correct when something happened",
)
def correct(request: HttpRequest, reference: Reference, body: Correction) -> HttpResponse:
    """The clocks follow. A second correction of the same entry replaces the first."""
    user = caller(request)

    def act() -> Done:
        correct_event(reference, body.corrects, happened_at=body.happened_at, reason=body.reason, by=user)
        standing = stands(user, reference)
        return Done(200, standing, {"ETag": etag(standing.version)})

    return once(request, act)
