"""A draft from a file: the letter of a request, or its data, sent as it is."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DRAFT, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.problem import Raised, Sort
from comity.api.upload import FILE_BODY, sent_file
from comity.api.versioned import etag
from comity.casework.actions.draft_from_file import draft_from_file
from comity.casework.rules.arrival.refusals import ReadersBusy

router = Router(tags=["Requests"])


class Where(Schema):
    """Where the draft belongs: one of the three."""

    case: str = Field("", max_length=30, description="The case's reference.")
    case_title: str = Field("", max_length=200, description="The title of a new case.")
    follows: str = Field("", max_length=30, description="The request that it follows: the draft joins its case.")


class Drafted(Schema):
    """The draft. `sentences` say what of the file could not be taken over."""

    reference: str
    version: int
    sentences: list[str]


@router.post(
    "/requests/from-file",
    auth=DRAFT,
    response=answers(Drafted, 404, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY], "requestBody": FILE_BODY},
    summary="Draft what a file says",
)
def draft(request: HttpRequest, where: Annotated[Where, Query(...)]) -> HttpResponse:
    """The PDF of a letter, or its request.json, up to 10 MB. The draft says what the file says, field for field, and
    nothing else is filled in. What others ask is refused here: that goes to /incoming/files."""
    user = caller(request)
    file = sent_file(request)

    def act() -> Done:
        try:
            taken = draft_from_file(
                file.content,
                case_reference=where.case,
                case_title=where.case_title,
                follows=where.follows,
                by=user,
            )
        except ReadersBusy as problem:
            raise Raised(429, Sort.TOO_MANY, str(problem), headers={"Retry-After": "60"}) from None
        answer = Drafted(reference=taken.reference, version=1, sentences=list(taken.sentences))
        return Done(201, answer, {"Location": f"/api/v1/requests/{taken.reference}", "ETag": etag(1)})

    return once(request, act, body=file.said)
