"""What goes along with a request, and what came along with one that arrived: listed, added, saved."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import Path, Query, Router, Schema
from pydantic import Field

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DRAFT, READ, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.resources.lines import Reference
from comity.api.upload import FILE_BODY, sent_file
from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.receive_attachment import receive_attachment
from comity.casework.queries.bundle_page import (
    AttachmentView,
    Awaited,
    BundlePage,
    TranslationView,
    attachment_file,
    bundle_page,
)
from comity.casework.rules.bundle.bounds import LONGEST_TITLE, MOST_FILES
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.people.access import Person

router = Router(tags=["Requests"])


class SwornTranslation(Schema):
    """A sworn translation. `attachment` is the number of its file, null before it is delivered; the letter waits for
    one that is `demanded` until it is certified."""

    number: int
    of: str = Field(description="In words: “the letter”, “attachment 2”.")
    language: str
    state: TranslationState
    demanded: bool
    due_on: date | None
    translator: str
    certified_by: str
    certified_on: date | None
    reason: str = Field(description="Why it must be done again, or is not needed.")
    attachment: int | None


class Attachment(Schema):
    """A file. `number` names it in addresses, `place` is its number in the letter's list; null and empty values are not
    known."""

    number: int
    place: int
    sort: Nature
    title: str
    name: str
    media_type: str = Field(description="By what the file holds, whatever it is called.")
    size: int
    sha256: str
    language: str
    pages: int | None
    added_at: datetime
    added_by: str
    translation: SwornTranslation | None


class ListedThere(Schema):
    """A line of an arrived letter's list; `attachment` is the number of the file that came for it, null before."""

    place: int
    sort: Nature
    title: str
    name: str
    sha256: str
    attachment: int | None


class Bundle(Schema):
    """`translations` are those that were ordered and have no file. `listed_there` is null for a request of ours, and
    where an arrived letter has no list. `why_closed` is empty where this token's user can add a file now."""

    attachments: list[Attachment]
    translations: list[SwornTranslation]
    listed_there: list[ListedThere] | None
    why_closed: str


class AboutFile(Schema):
    """What the file is. Left out for one that an arrived letter lists: the list says it."""

    sort: Nature = Nature.OTHER
    title: str = Field("", max_length=LONGEST_TITLE, description="Empty: the file's name.")
    language: str = Field("", max_length=3, description="ISO 639; of a translation, the one it is translated into.")
    of: int = Field(0, ge=0, le=MOST_FILES, description="What it translates: a place in the list; 0 for the letter.")


@router.get(
    "/requests/{reference}/attachments", auth=READ, response=answers(Bundle, 404), summary="List what goes along"
)
def list_attachments(request: HttpRequest, reference: Reference) -> Bundle:
    """Attachments with their hashes, sworn translations, and what an arrived letter lists."""
    return _bundle(bundle_page(caller(request), reference))


@router.post(
    "/requests/{reference}/attachments",
    auth=DRAFT,
    response=answers(Attachment, 404, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY], "requestBody": FILE_BODY},
    summary="Add an attachment",
)
def add(request: HttpRequest, reference: Reference, told: Annotated[AboutFile, Query(...)]) -> HttpResponse:
    """To a request of ours before it is approved; to one that arrived, a file whose hash its letter lists, or any where
    it has no list. The file is looked into: programs, scripts, archives and what wants a password are refused.
    """
    user = caller(request)
    file = sent_file(request)

    def act() -> Done:
        number = _keep(user, reference, file.name, file.content, told)
        found = next(one for one in bundle_page(user, reference).attachments if one.number == number)
        return Done(201, _attachment(found), {"Location": f"/api/v1/requests/{reference}/attachments/{number}"})

    return once(request, act, body=file.said)


Number = Annotated[int, Path(..., ge=1, le=32_767, description="Its number within the request.")]
"""An attachment's number, in an address."""

_AS_IT_IS: dict[str, Any] = {
    "responses": {200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}
}


@router.get(
    "/requests/{reference}/attachments/{number}",
    auth=READ,
    response=answers(None, 404),
    openapi_extra=_AS_IT_IS,
    summary="Save an attachment",
)
def save(request: HttpRequest, reference: Reference, number: Number) -> HttpResponse:
    """The file, byte for byte, with its name."""
    file = attachment_file(caller(request), reference, number)
    response = HttpResponse(file.content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _keep(user: Person, reference: str, name: str, content: bytes, told: AboutFile) -> int:
    about = {"sort": told.sort.value, "title": told.title, "language": told.language}
    if bundle_page(user, reference).incoming:
        return receive_attachment(reference, content, name=name, by=user, **about)
    return add_attachment(reference, content, name=name, of=told.of, by=user, **about)


def _bundle(page: BundlePage) -> Bundle:
    return Bundle(
        attachments=[_attachment(one) for one in page.attachments],
        translations=[_translation(one) for one in (*page.awaiting, *page.settled)],
        listed_there=None if page.awaited is None else [_listed(one) for one in page.awaited],
        why_closed=page.why_closed,
    )


def _attachment(view: AttachmentView) -> Attachment:
    return Attachment(
        number=view.number,
        place=view.place,
        sort=view.sort,
        title=view.title,
        name=view.name,
        media_type=view.media_type,
        size=view.size,
        sha256=view.digest,
        language=view.language,
        pages=view.pages,
        added_at=view.added_at,
        added_by=view.added_by,
        translation=_translation(view.translation) if view.translation else None,
    )


def _translation(view: TranslationView) -> SwornTranslation:
    return SwornTranslation.model_validate(view)


def _listed(one: Awaited) -> ListedThere:
    return ListedThere(
        place=one.listed.number,
        sort=one.listed.sort,
        title=one.listed.title,
        name=one.listed.name,
        sha256=one.listed.sha256,
        attachment=one.attachment,
    )
