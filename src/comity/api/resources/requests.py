"""Requests: list, draft, read, edit."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import AfterValidator, Field, StrictBool, WithJsonSchema

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DRAFT, READ, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.paging import Cursor, Limit, mark_of, next_page
from comity.api.resources.lines import Line, Reference
from comity.api.resources.standing import Standing, stands
from comity.api.resources.whole import RequestWhole, whole
from comity.api.values import Country, Moment, Sent
from comity.api.versioned import IF_MATCH, etag, seen_version
from comity.casework.actions.compose_request import compose_request
from comity.casework.actions.edit_request import edit_request
from comity.casework.queries.request_feed import request_feed
from comity.casework.queries.request_page import request_page
from comity.casework.queries.requester import requester_for
from comity.casework.rules.direction import Direction
from comity.casework.rules.lists.request_filter import OPEN, RequestFilter
from comity.casework.rules.search_words import LONGEST
from comity.casework.rules.transitions import State
from comity.casework.rules.translations import joined

router = Router(tags=["Requests"])

Content = Annotated[
    dict[str, Any],
    Field(description="Fields of the kind, as in its content_schema at /api/v1/kinds/{name}."),
]


Languages = Annotated[
    list[str],
    Field(min_length=1, max_length=2, description="Of the letter: one or two of the nine.", examples=[["en", "uk"]]),
]

Translations = Annotated[
    dict[str, dict[str, str | None]],
    Field(
        description="Of long texts, by language and field: they stand in the letter's second column.",
        examples=[{"uk": {"summary": "…"}}],
    ),
]

_STATES = (OPEN, *(state.value for state in State))


def _state(text: str) -> str:
    if text not in _STATES:
        raise ValueError(f"choose one of: {', '.join(_STATES)}")
    return text


StateWanted = Annotated[str, AfterValidator(_state), WithJsonSchema({"type": "string", "enum": list(_STATES)})]


class RequestPageOf(Schema):
    """One page of a list; `next` is the address of the one after, null at the end."""

    items: list[Line]
    next: str | None


class Filters(Schema):
    """Which requests: those that fit all that is given. The state “open” stands for all in which somebody owes
    something."""

    state: StateWanted | None = None
    kind: str = Field("", max_length=40)
    direction: Direction | None = None
    country: Country | None = Field(None, description="The other side's country.")
    urgent: bool = False
    mine: bool = Field(False, description="Drafted or registered by the token's user.")
    case: str = Field("", max_length=30, description="The case's reference.")
    text: str = Field("", max_length=LONGEST, description="A reference, an identifier, or words.")
    changed_since: Moment | None = None


class NewRequest(Sent):
    """A draft of this kind in this case. With `prefill`, the node fills in what it knows of itself and the day. The
    letter begins with a language of `translations` as its second, where there are any."""

    kind: str = Field(max_length=40, examples=["preservation"])
    case: str = Field(max_length=30, description="The case's reference.", examples=["CASE-2026-00012"])
    content: Content
    translations: Translations = Field(default_factory=dict)
    prefill: StrictBool = False


class Changed(Sent):
    """The fields and translations to set; others stay as they are. Null empties one. The letter keeps its languages
    without `languages`."""

    content: Content
    translations: Translations = Field(default_factory=dict)
    languages: Languages | None = None


@router.get("/requests", auth=READ, response=answers(RequestPageOf), summary="List requests")
def list_requests(
    request: HttpRequest, filters: Annotated[Filters, Query(...)], cursor: Cursor, limit: Limit
) -> RequestPageOf:
    """The requests you may see, last changed first."""
    wanted = RequestFilter(
        text=" ".join(filters.text.split()),
        direction=filters.direction,
        state=filters.state or "",
        kind=filters.kind,
        country=filters.country or "",
        urgent=filters.urgent,
        mine=filters.mine,
    )
    feed = request_feed(
        caller(request),
        wanted,
        case_reference=filters.case,
        changed_since=filters.changed_since,
        after=mark_of(cursor),
        limit=limit,
    )
    items = [Line.model_validate(line) for line in feed.lines]
    return RequestPageOf(items=items, next=next_page(request, feed.next))


@router.post(
    "/requests",
    auth=DRAFT,
    response=answers(Standing, 404, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Draft a request",
)
def draft(request: HttpRequest, body: NewRequest) -> HttpResponse:
    """It may be unfinished: /requests/{reference}/gaps says what is missing. Needs the role of drafter or duty officer.

    The content must name the requested country.
    """
    user = caller(request)

    def act() -> Done:
        reference = compose_request(
            body.kind,
            joined(body.content, body.translations),
            case_reference=body.case,
            requester=requester_for(user) if body.prefill else None,
            by=user,
        )
        answer = Standing(reference=reference, state=State.DRAFT, version=1)
        return Done(201, answer, {"Location": f"/api/v1/requests/{reference}", "ETag": etag(1)})

    return once(request, act)


@router.get("/requests/{reference}", auth=READ, response=answers(RequestWhole, 404), summary="Read a request")
def read_request(request: HttpRequest, response: HttpResponse, reference: Reference) -> RequestWhole:
    """With its content and where it stands. Its version is in the header ETag."""
    page = request_page(caller(request), reference)
    response.headers["ETag"] = etag(page.version)
    return whole(page)


@router.patch(
    "/requests/{reference}",
    auth=DRAFT,
    response=answers(Standing, 404, 412, 428, *CHANGES),
    openapi_extra={"parameters": [IF_MATCH]},
    summary="Edit a draft",
)
def edit(request: HttpRequest, response: HttpResponse, reference: Reference, body: Changed) -> Standing:
    """Sets the fields that are given. Answers 412, with what differs, where somebody else changed it meanwhile."""
    user = caller(request)
    said = joined(body.content, body.translations)
    version = edit_request(reference, said, version=seen_version(request), languages=body.languages, by=user)
    response.headers["ETag"] = etag(version)
    return stands(user, reference)
