"""One request, with everything that its tabs show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from comity.casework.models.request import Request
from comity.casework.queries.chain import ChainLink, chain_of
from comity.casework.queries.request_line import RequestLine, request_line
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.queries.zone import country_zone
from comity.casework.rules.attachment import attachment
from comity.casework.rules.events import request_subject
from comity.casework.rules.form import Form, form
from comity.casework.rules.registry import kind
from comity.casework.rules.timeline import Told, told
from comity.casework.rules.transitions import State, Verb, why_not
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.entry import EntryView
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@dataclass(frozen=True, slots=True)
class PartyTile:
    """One side: its country, its authority, and what the clock on the wall shows there now."""

    country: str
    country_name: str
    authority: str
    zone: str
    local_time: datetime


@dataclass(frozen=True, slots=True)
class StepView:
    """What could be done with the request; `why_not` is empty where this user can do it now."""

    verb: Verb
    label: str
    why_not: str

    @property
    def possible(self) -> bool:
        return not self.why_not


@dataclass(frozen=True, slots=True)
class Hand:
    """Who did a step of the request, and when (UTC); both None where nobody has."""

    who: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class RequestPage:
    """`steps` lists what people can do; `content` is what is stored, `data` the machine-readable attachment made from
    it; `plan` the route as chosen. `restricted` is its case."""

    line: RequestLine
    restricted: bool
    version: int
    article: str
    provenance: str
    requesting: PartyTile
    requested: PartyTile
    state_sentence: str
    steps: tuple[StepView, ...]
    form: Form
    drafted: Hand
    submitted: Hand
    approved: Hand
    signed: Hand
    returned: Hand
    return_reason: str
    hold_reason: str
    sent_on: date | None
    sent_channel: str
    sent_reference: str
    document: UUID | None
    plan: dict[str, Any]
    plan_fits: bool
    content: dict[str, Any]
    data: dict[str, Any]
    chain: tuple[ChainLink, ...]
    timeline: tuple[Told, ...]
    entries: tuple[EntryView, ...]

    def may(self, verb: str) -> bool:
        """Whether this user can do `verb` now."""
        return any(step.possible for step in self.steps if step.verb == verb)

    @property
    def next_step(self) -> StepView | None:
        """The one primary action: the furthest step that this user can take now; None where there is none."""
        return next((step for step in self.steps if step.possible and step.verb in _FORWARD), None)


_PEOPLE = ("changed_by", "drafted_by", "submitted_by", "approved_by", "signed_by", "returned_by")
_FORWARD = (Verb.MARK_SENT, Verb.SIGN, Verb.APPROVE, Verb.SUBMIT)
_STEPS = (*_FORWARD, Verb.EDIT, Verb.RETURN, Verb.WITHDRAW)


def request_page(user: User, reference: str) -> RequestPage:
    """Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user).select_related("case", *_PEOPLE), reference)
    declared = kind(request.kind)
    entries = tuple(entries_about(request_subject(request.reference)))
    return RequestPage(
        line=request_line(request),
        restricted=request.case.restricted,
        version=request.version,
        article=declared.article,
        provenance=declared.provenance,
        requesting=_tile(
            request, "requesting_organisation", request.requesting_country, _zone(request.requesting_country)
        ),
        requested=_tile(request, "requested_authority", request.requested_country, request.requested_zone),
        state_sentence=State(request.state).sentence,
        steps=_steps(request, user),
        form=form(declared, request.content, _day_of_judgement(request, user)),
        drafted=Hand(request.drafted_by.display_name, request.created_at),
        submitted=_hand(request.submitted_by, request.submitted_at),
        approved=_hand(request.approved_by, request.approved_at),
        signed=_hand(request.signed_by, request.signed_at),
        returned=_hand(request.returned_by, request.returned_at),
        return_reason=request.return_reason,
        hold_reason=request.hold_reason,
        sent_on=request.sent_on,
        sent_channel=request.sent_channel,
        sent_reference=request.sent_reference,
        document=request.document_id,
        plan=request.plan,
        plan_fits=request.plan.get("requested", request.requested_country) == request.requested_country,
        content=request.content,
        data=attachment(declared, request.reference, request.content),
        chain=chain_of(request),
        timeline=tuple(told(entries)),
        entries=entries,
    )


def _day_of_judgement(request: Request, user: User) -> date:
    """The day on which the content must be in order: today, until it is signed; what time overtakes later is no gap."""
    return request.signed_at.astimezone(user.zone).date() if request.signed_at else clock.today(user.zone)


def _steps(request: Request, user: User) -> tuple[StepView, ...]:
    standing, roles, person = request.standing(), roles_of(user), user.actor.reference
    return tuple(StepView(verb, verb.label, why_not(verb, standing, person=person, roles=roles)) for verb in _STEPS)


def _tile(request: Request, field: str, country: str, zone: str) -> PartyTile:
    name = request.content.get(field)
    return PartyTile(
        country=country,
        country_name=CountryCode(country).english_name,
        authority=name.strip() if isinstance(name, str) else "",
        zone=zone,
        local_time=clock.now().astimezone(ZoneInfo(zone)),
    )


def _zone(country: str) -> str:
    return country_zone(CountryCode(country))


def _hand(user: User | None, at: datetime | None) -> Hand:
    return Hand(user.display_name if user else None, at)
