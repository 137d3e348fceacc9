"""What is known about one request: its gaps, clocks, chain, story, data and letter. Reads only."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ, caller
from comity.api.problem import Complaint, Raised, Sort
from comity.api.refusals import complaints
from comity.api.resources.lines import Clock, Reference, Story
from comity.casework.queries.letter_file import LetterForm, letter_file
from comity.casework.queries.request_page import request_page
from comity.casework.rules.direction import Direction
from comity.casework.rules.transitions import State
from comity.documents.queries.documents import document_content
from comity.documents.rules.printable import NotPrintable
from comity.documents.rules.view import NoSuchDocument

router = Router(tags=["About a request"])

_FILE = {"schema": {"type": "string", "format": "binary"}}
_SCHEMAS = {LetterForm.DATA: {"schema": {"type": "object"}}, LetterForm.TEXT: {"schema": {"type": "string"}}}
_FORMS = {form.media_type: _SCHEMAS.get(form, _FILE) for form in LetterForm}


class Gaps(Schema):
    """`gaps` stop the request; `advice` would make it better. `done` of `total` required fields are in order."""

    complete: bool
    done: int
    total: int
    gaps: list[Complaint]
    advice: list[Complaint]


class Link(Schema):
    """One ticket of a chain; `follows` is our reference of the one before it, `current` marks the one asked about."""

    reference: str
    their_reference: str
    kind: str
    kind_label: str
    direction: Direction
    state: State
    state_label: str
    sent_on: date | None
    received_at: datetime | None
    dispatch_reference: str = Field(description="Its number with the channel it left by.")
    follows: str
    depth: int
    current: bool


@router.get("/requests/{reference}/gaps", auth=READ, response=answers(Gaps, 404), summary="What is missing")
def gaps(request: HttpRequest, reference: Reference) -> Gaps:
    """What the kind's articles demand and the draft lacks, field by field."""
    form = request_page(caller(request), reference).form
    return Gaps(
        complete=form.complete,
        done=form.done,
        total=form.total,
        gaps=complaints(form.gaps),
        advice=complaints(form.advice),
    )


@router.get("/requests/{reference}/clocks", auth=READ, response=answers(list[Clock], 404), summary="Its clocks")
def clocks(request: HttpRequest, reference: Reference) -> list[Clock]:
    """Those that run first, then what is held, what ran out, what is done; each with the law it rests on."""
    return [Clock.model_validate(clock) for clock in request_page(caller(request), reference).clocks]


@router.get("/requests/{reference}/chain", auth=READ, response=answers(list[Link], 404), summary="Its chain")
def chain(request: HttpRequest, reference: Reference) -> list[Link]:
    """What it follows, itself, and what follows it, oldest first."""
    return [Link.model_validate(link) for link in request_page(caller(request), reference).chain]


@router.get("/requests/{reference}/timeline", auth=READ, response=answers(list[Story], 404), summary="Its story")
def timeline(request: HttpRequest, reference: Reference) -> list[Story]:
    """What happened to it, in sentences, oldest first."""
    return [Story.model_validate(told) for told in request_page(caller(request), reference).timeline]


@router.get(
    "/requests/{reference}/data", auth=READ, response=answers(dict[str, Any], 404), summary="Its machine-readable form"
)
def data(request: HttpRequest, reference: Reference) -> dict[str, Any]:
    """The JSON that is attached to its letter; its JSON Schema is the kind's attachment_schema."""
    return request_page(caller(request), reference).data


@router.get(
    "/requests/{reference}/letter",
    auth=READ,
    response=answers(None, 404),
    openapi_extra={
        "responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}
    },
    summary="Its letter",
)
def letter(request: HttpRequest, reference: Reference) -> HttpResponse:
    """The signed PDF/A-3. Answers 404 as long as there is none."""
    page = request_page(caller(request), reference)
    if page.document is None:
        raise NoSuchDocument
    return HttpResponse(
        document_content(page.document),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{page.line.reference}.pdf"'},
    )


@router.get(
    "/requests/{reference}/letter/{form}",
    auth=READ,
    response=answers(None, 404),
    openapi_extra={"responses": {200: {"content": _FORMS}}},
    summary="Its letter in another form",
)
def letter_as(request: HttpRequest, reference: Reference, form: LetterForm) -> HttpResponse:
    """The letter as docx to edit, txt to read, json for programs, or pdf: the signed one, else a draft that says so.
    Whatever is not the signed PDF carries no signature, and says that too. Answers 404 for a request that others wrote.
    """
    try:
        found = letter_file(caller(request), reference, form)
    except NotPrintable as problem:
        raise Raised(422, Sort.REFUSED, str(problem)) from None
    return HttpResponse(
        found.content,
        content_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{found.name}"'},
    )
