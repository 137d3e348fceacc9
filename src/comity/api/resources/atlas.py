"""The atlas for programs: packs word for word, and facts one by one. Read only; the same as the pages of open data."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.http import quote_etag
from ninja import Path, Query, Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ
from comity.api.paging import Limit
from comity.api.problem import refusal
from comity.api.values import Country
from comity.atlas.queries.open_data import fact_page, pack_heads, pack_whole
from comity.atlas.rules.passage_sort import Sort
from comity.kernel.country import CountryCode

router = Router(tags=["The law"])


class AtlasPack(Schema):
    """A pack without its content; `digest` pins it, `facts` counts them."""

    pack: str
    kind: str
    title: str
    version: int
    digest: str
    facts: int


class AtlasPackWhole(Schema):
    """A pack word for word. The schema of a kind's files is in packs/schema."""

    pack: str
    kind: str
    title: str
    version: int
    digest: str
    content: dict[str, Any]


class AtlasFact(Schema):
    """A fact: where it stands in its pack, what it is of and says in words, and itself as the pack has it."""

    pack: str
    place: str
    sort: Sort
    subject: str
    country: str
    title: str
    text: str
    fact: dict[str, Any]


class AtlasFacts(Schema):
    """One page of a list; `next` is the address of the one after, null at the end."""

    items: list[AtlasFact]
    next: str | None


class FactsAsked(Schema):
    """Which facts: all of them where nothing is asked."""

    pack: str = Field("", max_length=120, pattern=r"^[^\x00]*$", examples=["countries/ge"])
    sort: Sort | None = None
    country: Country | None = Field(None, description="Facts about this country.", examples=["GE"])
    cursor: int = Field(0, ge=0, lt=2**62, description="Where the page begins: taken from the “next” before.")


@router.get("/atlas/packs", auth=READ, response=answers(list[AtlasPack]), summary="List the packs of the atlas")
def list_packs(request: HttpRequest) -> list[AtlasPack]:
    """Every pack that this node works with, by name."""
    return [
        AtlasPack(
            pack=head.name, kind=head.kind, title=head.title, version=head.version, digest=head.digest, facts=head.facts
        )
        for head in pack_heads()
    ]


@router.get("/atlas/packs/{path:name}", auth=READ, response=answers(AtlasPackWhole, 404), summary="Read a pack")
def read_pack(
    request: HttpRequest, response: HttpResponse, name: Annotated[str, Path(..., max_length=120, examples=["sources"])]
) -> dict[str, Any]:
    """The whole content; its ETag is the digest, so that a program knows whether it has this version already."""
    whole = pack_whole(name)
    response.headers["ETag"] = quote_etag(whole.digest)
    return whole.as_json()


@router.get("/atlas/facts", auth=READ, response=answers(AtlasFacts), summary="List facts of the atlas")
def list_facts(request: HttpRequest, asked: Annotated[FactsAsked, Query(...)], limit: Limit) -> AtlasFacts:
    """By pack, country and sort, page by page. What is published meanwhile comes at the end."""
    try:
        country = CountryCode(asked.country) if asked.country else ""
    except ValueError as problem:
        raise refusal("country", str(problem)) from None
    rows, last = fact_page(pack=asked.pack, sort=asked.sort, country=country, after=asked.cursor, most=limit)
    items = [
        AtlasFact(
            pack=row.pack,
            place=row.place,
            sort=Sort(row.sort),
            subject=row.subject,
            country=row.country,
            title=row.title,
            text=row.text,
            fact=dict(row.fact),
        )
        for row in rows
    ]
    return AtlasFacts(items=items, next=_next(request, last))


def _next(request: HttpRequest, last: int | None) -> str | None:
    return None if last is None else f"{request.path}?{urlencode({**request.GET.dict(), 'cursor': last})}"
