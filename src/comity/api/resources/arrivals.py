"""Files that arrived from somebody else: kept as they came, read, set aside or taken up again. Registers nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DRAFT, READ, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.problem import Raised, Sort
from comity.api.upload import FILE_BODY, sent_file
from comity.api.values import Sent, said
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.set_aside_arrival import set_aside_arrival
from comity.casework.actions.take_up_arrival import take_up_arrival
from comity.casework.queries.arrivals import ArrivalView, arrival_page, aside_arrivals, open_arrivals
from comity.casework.rules.arrival.reading import Medium
from comity.casework.rules.arrival.refusals import ReadersBusy
from comity.casework.rules.arrival.setting_aside import LONGEST, Ground
from comity.casework.rules.translations import split
from comity.people.access import Person

router = Router(tags=["Chains and arrivals"])


class SignedBy(Schema):
    """Who signed a PDF, as its verification found. Only the verdict “whole” is good."""

    verdict: str
    reasons: list[str]
    signer: str
    organisation: str
    country: str
    fingerprint: str
    signed_at: str


class Claim(Schema):
    """What an e-mail says of itself: anybody can write it."""

    label: str
    text: str


class WhySetAside(Schema):
    """Why something was set aside, by whom and when (UTC)."""

    ground: Ground
    reason: str
    by: str
    at: datetime


class Arrival(Schema):
    """A file that arrived, and what was read of it. `kind` and `content` are empty where no request could be read;
    `sentences` say what could not be read, or must not be relied on. `request` is our reference once it is registered.
    """

    id: UUID
    name: str
    size: int
    digest: str = Field(description="SHA-256 of the file; empty where something was typed in.")
    kept_at: datetime
    medium: Medium
    kind: str
    content: dict[str, Any]
    translations: dict[str, dict[str, Any]] = Field(description="Of long texts, by language and field.")
    their_reference: str
    signed: SignedBy | None
    claimed: list[Claim]
    words: str
    sentences: list[str]
    set_aside: WhySetAside | None
    request: str


class SettingAside(Sent):
    """The ground, of the closed list, and a few words."""

    ground: Ground
    reason: str = said(LONGEST)


@router.post(
    "/incoming/files",
    auth=DRAFT,
    response=answers(Arrival, *CHANGES, status=201),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY], "requestBody": FILE_BODY},
    summary="Keep a file that arrived, and read it",
)
def keep(request: HttpRequest) -> HttpResponse:
    """A PDF, an e-mail (.eml) or a request as data (JSON), up to 10 MB; any other file is kept too. What was read is
    answered; nothing is registered: for that, send its id to /incoming. A PDF takes about half a second.
    """
    user = caller(request)
    file = sent_file(request)

    def act() -> Done:
        try:
            kept = _shown(user, keep_arrival(file.content, name=file.name, by=user))
        except ReadersBusy as problem:
            raise Raised(429, Sort.TOO_MANY, str(problem), headers={"Retry-After": "60"}) from None
        return Done(201, kept, {"Location": f"/api/v1/incoming/files/{kept.id}"})

    return once(request, act, body=file.said)


@router.get("/incoming/files", auth=READ, response=answers(list[Arrival]), summary="List what waits to be registered")
def list_kept(
    request: HttpRequest,
    set_aside: Annotated[bool, Query(False, description="Those that were set aside, instead of those that wait.")],
) -> list[Arrival]:
    """The token's user's own, the newest 25."""
    user = caller(request)
    return [_arrival(view) for view in (aside_arrivals(user) if set_aside else open_arrivals(user))]


@router.get("/incoming/files/{identity}", auth=READ, response=answers(Arrival, 404), summary="Read what was kept")
def read_kept(request: HttpRequest, identity: UUID) -> Arrival:
    """Registered or not. Somebody else's is not found."""
    return _shown(caller(request), identity)


@router.post(
    "/incoming/files/{identity}/set-aside",
    auth=DRAFT,
    response=answers(Arrival, 404, *CHANGES),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Set aside what is no request of ours",
)
def set_aside(request: HttpRequest, identity: UUID, body: SettingAside) -> HttpResponse:
    """The file is kept, and can be taken up again."""
    user = caller(request)

    def act() -> Done:
        set_aside_arrival(identity, ground=body.ground, reason=body.reason, by=user)
        return Done(200, _shown(user, identity))

    return once(request, act)


@router.post(
    "/incoming/files/{identity}/take-up",
    auth=DRAFT,
    response=answers(Arrival, 404, *CHANGES),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Take up again what was set aside",
)
def take_up(request: HttpRequest, identity: UUID) -> HttpResponse:
    """It waits to be registered, as it was left. Does nothing where it was not set aside."""
    user = caller(request)

    def act() -> Done:
        take_up_arrival(identity, by=user)
        return Done(200, _shown(user, identity))

    return once(request, act)


def _shown(user: Person, identity: UUID) -> Arrival:
    return _arrival(arrival_page(user, identity))


def _arrival(view: ArrivalView) -> Arrival:
    reading, aside = view.reading, view.set_aside
    content, translations = split(view.content)
    return Arrival(
        id=view.id,
        name=view.name,
        size=view.size,
        digest=view.digest,
        kept_at=view.kept_at,
        medium=reading.medium,
        kind=view.kind,
        content=content,
        translations=translations,
        their_reference=reading.their_reference,
        signed=SignedBy.model_validate(reading.signed) if reading.signed else None,
        claimed=[Claim(label=label, text=text) for label, text in reading.claimed],
        words=reading.words,
        sentences=list(reading.sentences),
        set_aside=WhySetAside(ground=Ground(aside.ground), reason=aside.reason, by=aside.by, at=aside.at)
        if aside
        else None,
        request=view.request,
    )
