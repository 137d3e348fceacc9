"""A request with everything a program needs of it: content, standing, hands, what can be done next."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from comity.api.resources.lines import Line
from comity.casework.queries.request_page import Hand, RequestPage
from comity.casework.rules.translations import split


class NextStep(Schema):
    """What could be done; `why_not` is empty where the token's user can do it now."""

    verb: str
    label: str
    why_not: str


class Did(Schema):
    """Who did it and when (UTC); both null where nobody has."""

    who: str | None
    at: datetime | None


class Condition(Schema):
    """A condition of use (Article 28), under which request it was set, and since when (UTC)."""

    reference: str
    text: str
    since: datetime


class FollowUp(Schema):
    """A kind of request that may follow."""

    kind: str
    label: str


class RequestWhole(Line):
    """A request. `content` is what is stored; `plan` the route as it was chosen, empty where none was.

    `steps` are for drafts; for what has left or arrived, see /requests/{reference}/steps. `conditions` limit how data
    of the whole chain may be used.
    """

    version: int = Field(ge=1)
    article: str
    provenance: str = Field(description="How sure the order of the form's fields is.")
    state_sentence: str
    requesting_country: str
    steps: list[NextStep]
    drafted: Did
    submitted: Did
    approved: Did
    signed: Did
    returned: Did
    return_reason: str
    hold_reason: str
    received_at: datetime | None
    sent_on: date | None
    sent_channel: str
    sent_reference: str
    has_letter: bool
    follow_ups: list[FollowUp]
    conditions: list[Condition]
    content: dict[str, Any]
    translations: dict[str, dict[str, Any]] = Field(description="Of long texts, by language and field.")
    languages: list[str] = Field(description="Of the letter (ISO 639-1): one, or two side by side.")
    plan: dict[str, Any]


def whole(page: RequestPage) -> RequestWhole:
    """The page's request, for programs."""
    content, translations = split(page.content)
    return RequestWhole(
        **Line.model_validate(page.line).model_dump(),
        version=page.version,
        article=page.article,
        provenance=page.provenance,
        state_sentence=page.state_sentence,
        requesting_country=page.requesting.country,
        steps=[NextStep(verb=step.verb.value, label=step.label, why_not=step.why_not) for step in page.steps],
        drafted=_did(page.drafted),
        submitted=_did(page.submitted),
        approved=_did(page.approved),
        signed=_did(page.signed),
        returned=_did(page.returned),
        return_reason=page.return_reason,
        hold_reason=page.hold_reason,
        received_at=page.received_at,
        sent_on=page.sent_on,
        sent_channel=page.sent_channel,
        sent_reference=page.sent_reference,
        has_letter=page.document is not None,
        follow_ups=[FollowUp.model_validate(choice) for choice in page.follow_ups],
        conditions=[Condition.model_validate(condition) for condition in page.conditions],
        content=content,
        translations=translations,
        languages=list(page.languages),
        plan=page.plan,
    )


def _did(hand: Hand) -> Did:
    return Did(who=hand.who, at=hand.at)
