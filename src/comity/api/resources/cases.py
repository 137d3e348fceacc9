"""Cases: list, open, read, note."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field, StrictBool

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DRAFT, READ, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.paging import Cursor, Limit, mark_of, next_page
from comity.api.resources.lines import Line, Reference, Story
from comity.api.values import Sent, said
from comity.casework.actions.add_case_note import add_case_note
from comity.casework.actions.open_case import open_case
from comity.casework.queries.case_feed import case_feed
from comity.casework.queries.case_page import CasePage, case_page

router = Router(tags=["Cases"])


class CaseHead(Schema):
    """A case without its requests; times in UTC."""

    reference: str
    title: str
    offence_summary: str
    restricted: bool
    opened_at: datetime
    opened_by: str


class CasePageOf(Schema):
    """One page of a list; `next` is the address of the one after, null at the end."""

    items: list[CaseHead]
    next: str | None


class Note(Schema):
    """A note in a case."""

    text: str
    at: datetime
    by: str


class CaseWhole(CaseHead):
    """A case with its requests, notes and story; `members` are those let into a restricted one."""

    summary: str
    members: list[str]
    requests: list[Line]
    notes: list[Note]
    timeline: list[Story]


class NewCase(Sent):
    """What a new case is given. Nobody but its opener and its members sees a restricted one."""

    title: str = said(200)
    summary: str = Field("", max_length=4000)
    offence_summary: str = Field("", max_length=300)
    restricted: StrictBool = False
    members: list[Annotated[str, Field(max_length=60)]] = Field([], max_length=50, description="Usernames.")


class CaseOpened(Schema):
    """The case that was opened."""

    reference: str


class NewNote(Sent):
    """What a note says."""

    text: str = said(4000)


class NoteAdded(Schema):
    """The note was added to this case."""

    case: str


@router.get("/cases", auth=READ, response=answers(CasePageOf), summary="List cases")
def list_cases(
    request: HttpRequest,
    text: Annotated[str, Query("", max_length=100, description="Part of the reference, the title or the offence.")],
    cursor: Cursor,
    limit: Limit,
) -> CasePageOf:
    """The cases you may see, newest first."""
    feed = case_feed(caller(request), text=text, after=mark_of(cursor), limit=limit)
    items = [CaseHead.model_validate(line) for line in feed.lines]
    return CasePageOf(items=items, next=next_page(request, feed.next))


@router.post(
    "/cases",
    auth=DRAFT,
    response=answers(CaseOpened, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Open a case",
)
def open_(request: HttpRequest, body: NewCase) -> HttpResponse:
    """Needs the role of drafter or duty officer. The case's address is in the header Location."""

    def act() -> Done:
        reference = open_case(
            body.title,
            summary=body.summary,
            offence_summary=body.offence_summary,
            restricted=body.restricted,
            members=body.members,
            by=caller(request),
        )
        return Done(201, CaseOpened(reference=reference), {"Location": f"/api/v1/cases/{reference}"})

    return once(request, act)


@router.get("/cases/{reference}", auth=READ, response=answers(CaseWhole, 404), summary="Read a case")
def read_case(request: HttpRequest, reference: Reference) -> CasePage:
    """The case with its requests, notes and story. One that you may not see is not there."""
    return case_page(caller(request), reference)


@router.post(
    "/cases/{reference}/notes",
    auth=DRAFT,
    response=answers(NoteAdded, 404, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Add a note to a case",
)
def add_note(request: HttpRequest, reference: Reference, body: NewNote) -> HttpResponse:
    """Notes are added, never changed."""

    def act() -> Done:
        add_case_note(reference, body.text, by=caller(request))
        return Done(201, NoteAdded(case=reference))

    return once(request, act)
