"""What a text names: addresses, accounts, telephones and the rest, and what a provider would still need."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from comity.api.answers import CHANGES, answers
from comity.api.bearer import READ
from comity.api.problem import refusal
from comity.api.values import Country, Sent
from comity.kernel.country import CountryCode
from comity.kernel.identifiers.identify import LONGEST_TEXT, identify
from comity.kernel.identifiers.times.zone import zone_named

router = Router(tags=["Identifiers"])


class Text(Sent):
    """The text, and what to take for granted in it."""

    text: str = Field(max_length=LONGEST_TEXT)
    region: Country | None = Field(None, description="The country of national telephone numbers.")
    zone: Annotated[str, Field(max_length=60)] | None = Field(
        None, description="The zone of times that have none: Asia/Tbilisi, UTC+4."
    )


class Reading(Schema):
    """What was read, in order of appearance; `left_out` counts what came after the limit."""

    identifiers: list[dict[str, Any]]
    unread: list[dict[str, Any]]
    left_out: int


@router.post("/identify", auth=READ, response=answers(Reading, *CHANGES), summary="Read the identifiers in a text")
def read_identifiers(request: HttpRequest, body: Text) -> dict[str, Any]:
    """Asks no network and keeps nothing; the text travels in the body, so that no log of addresses holds it."""
    try:
        region = CountryCode(body.region) if body.region else None
    except ValueError as problem:
        raise refusal("region", str(problem)) from None
    try:
        zone = zone_named(body.zone) if body.zone else None
    except ValueError as problem:
        raise refusal("zone", str(problem)) from None
    return identify(body.text, region=region, zone=zone).as_json()
