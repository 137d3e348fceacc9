"""One request, with everything that its tabs show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from comity.casework.models.request import Request
from comity.casework.queries.call_back import CallBack, call_back_of
from comity.casework.queries.chain import ChainLink, chain_of
from comity.casework.queries.clock_view import ClockView, clocks_of
from comity.casework.queries.conditions import Condition, conditions_of
from comity.casework.queries.follow_ups import FollowUpChoice, follow_up_choices, follow_up_owed
from comity.casework.queries.footing import footing_of
from comity.casework.queries.going_along import going_along, listed_of
from comity.casework.queries.handling import StepChoice, step_choices, ticket_of
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.oral import Oral, oral_of
from comity.casework.queries.overlaps import Overlaps, overlaps_of
from comity.casework.queries.request_letter import CONTENT
from comity.casework.queries.request_line import RequestLine, request_line, with_line
from comity.casework.queries.sending_gaps import beside_of
from comity.casework.queries.suggestions import SuggestedStep, suggestions_of
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.queries.zone import country_zone
from comity.casework.rules.attachment import attachment
from comity.casework.rules.bundle.gaps import NOTHING
from comity.casework.rules.declaration import Kind, Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.footing import named_in
from comity.casework.rules.form import Form, form
from comity.casework.rules.handling.next_step import next_step
from comity.casework.rules.handling.table import DECIDED
from comity.casework.rules.refooted import refooted
from comity.casework.rules.timeline import Told, told
from comity.casework.rules.transitions import State, Verb, why_not
from comity.casework.rules.zones import day_where_written
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import noted, say
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.entry import EntryView
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@dataclass(frozen=True, slots=True)
class PartyTile:
    """One side: its part, country and authority, its number, and what the clock on the wall shows there now."""

    part: str
    country: str
    country_name: str
    authority: str
    zone: str
    local_time: datetime
    reference: str


@dataclass(frozen=True, slots=True)
class StepView:
    """What could be done with the draft; `why_not` is empty where this user can do it now."""

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
    """`steps` lists what people can do with the draft, `handling` with what has left or arrived, the one that comes
    next in `next_handling`. `content` is what is stored, `data` the machine-readable attachment made from it; `plan`
    the route as chosen, `languages` those of the letter, `translated` those of its translations. `restricted` is its
    case. `conditions` are those of the whole chain. `suggestions` are steps to record elsewhere, `owed` the letter that
    tells the other side what was recorded.
    """

    line: RequestLine
    restricted: bool
    version: int
    article: str
    provenance: str
    notice: bool
    requesting: PartyTile
    requested: PartyTile
    state_sentence: str
    steps: tuple[StepView, ...]
    handling: tuple[StepChoice, ...]
    next_handling: StepChoice | None
    follow_ups: tuple[FollowUpChoice, ...]
    owed: FollowUpChoice | None
    suggestions: tuple[SuggestedStep, ...]
    conditions: tuple[Condition, ...]
    form: Form
    drafted: Hand
    submitted: Hand
    approved: Hand
    signed: Hand
    returned: Hand
    return_reason: str
    hold_reason: str
    received_at: datetime | None
    sent_on: date | None
    sent_channel: str
    sent_reference: str
    document: UUID | None
    plan: dict[str, Any]
    plan_fits: bool
    content: dict[str, Any]
    languages: tuple[str, ...]
    translated: frozenset[str]
    data: dict[str, Any]
    chain: tuple[ChainLink, ...]
    overlaps: Overlaps
    clocks: tuple[ClockView, ...]
    call_back: CallBack | None
    oral: Oral | None
    timeline: tuple[Told, ...]
    entries: tuple[EntryView, ...]

    @property
    def incoming(self) -> bool:
        return self.line.incoming

    def may(self, verb: str) -> bool:
        """Whether this user can do `verb` now."""
        return any(step.possible for step in self.steps if step.verb == verb)

    @property
    def next_step(self) -> StepView | None:
        """The one primary action of a draft: the furthest step that this user can take now; None where none is."""
        return next((step for step in self.steps if step.possible and step.verb in _FORWARD), None)

    @property
    def other_steps(self) -> tuple[StepChoice, ...]:
        """What else can be recorded now."""
        return tuple(choice for choice in self.handling if choice.possible and choice != self.next_handling)


_PEOPLE = ("changed_by", "drafted_by", "submitted_by", "approved_by", "signed_by", "returned_by")
_FORWARD = (Verb.MARK_SENT, Verb.SIGN, Verb.APPROVE, Verb.SUBMIT)
_STEPS = (*_FORWARD, Verb.EDIT, Verb.RETURN, Verb.WITHDRAW)


def request_page(user: User, reference: str) -> RequestPage:
    """Raises NotFound, for a hidden request too."""
    rows = with_line(visible_requests(user)).select_related("case", "follows", "document", *_PEOPLE).defer(None)
    rows = rows.defer(*CONTENT)
    rows = rows.prefetch_related(None).prefetch_related("clocks")  # also those that no longer run
    request = request_of(rows, reference)
    declared, roles = offered_kind(request), roles_of(user)
    entries = tuple(entries_about(request_subject(request.reference)))
    chain = chain_of(request)
    conditions = conditions_of([link.reference for link in chain], entries)
    handling = step_choices(request, roles, entries)
    coming = next_step(ticket_of(request, entries), {choice.step for choice in handling if choice.possible})
    requesting, requested = _tiles(request, declared)
    along = None if request.document_id or request.received_at else going_along(request)
    choices = follow_up_choices(request, roles)
    return RequestPage(
        line=request_line(request),
        restricted=request.case.restricted,
        version=request.version,
        article=named_in(request.content) or declared.article,
        provenance=declared.provenance,
        notice=declared.lifecycle is Lifecycle.NOTICE,
        requesting=requesting,
        requested=requested,
        state_sentence=_sentence(request, declared),
        steps=_steps(request, user),
        handling=handling,
        next_handling=next((choice for choice in handling if choice.step is coming), None),
        follow_ups=choices,
        owed=follow_up_owed(request, choices, chain),
        suggestions=suggestions_of(request, roles, conditions),
        conditions=conditions,
        form=form(
            refooted(declared, footing_of(request)),
            request.said_content,
            _day_of_judgement(request, user),
            beside=beside_of(request, along) if along else NOTHING,
        ),
        drafted=Hand(request.drafted_by.display_name, request.created_at),
        submitted=_hand(request.submitted_by, request.submitted_at),
        approved=_hand(request.approved_by, request.approved_at),
        signed=_hand(request.signed_by, request.signed_at) if request.signed_at else _hand(None, None),
        returned=_hand(request.returned_by, request.returned_at),
        return_reason=request.return_reason,
        hold_reason=request.hold_reason,
        received_at=request.received_at,
        sent_on=request.sent_on,
        sent_channel=request.sent_channel,
        sent_reference=request.sent_reference,
        document=request.document_id if request.signed_at else None,
        plan=request.plan,
        plan_fits=request.plan.get("requested", request.requested_country) == request.requested_country,
        content=request.content,
        languages=request.letter_languages,
        translated=along.languages if along else frozenset(),
        data=attachment(
            declared,
            request.reference,
            request.said_content,
            version=request.document.version if request.document else 0,
            listed=along.listed if along else listed_of(request),
        ),
        chain=chain,
        overlaps=overlaps_of(user, request),
        clocks=clocks_of(request, clock.now()),
        call_back=call_back_of(request, entries, user),
        oral=oral_of(request, entries),
        timeline=tuple(told(entries)),
        entries=entries,
    )


def _day_of_judgement(request: Request, user: User) -> date:
    """The day on which the content must be in order: of its signature or its arrival, else today; what time overtakes
    later is no gap."""
    if request.received_at:
        return day_where_written(request.content, request.received_at, user.zone)
    return request.signed_at.astimezone(user.zone).date() if request.signed_at else clock.today(user.zone)


def _sentence(request: Request, declared: Kind) -> str:
    """Where it stands, for this direction and this sort."""
    state = State(request.state)
    if declared.lifecycle is Lifecycle.NOTICE and state is State.RECEIVED:
        return say("It has been received.")
    if request.direction == Direction.OUTGOING and state is State.SENT and declared.lifecycle is Lifecycle.REQUEST:
        return say("It has been sent, and waits for an acknowledgement; what was sent no longer changes.")
    if request.direction == Direction.OUTGOING and state in DECIDED:
        return say("{sentence} So the other side answered.", sentence=say(state.sentence))
    return state.sentence


def _steps(request: Request, user: User) -> tuple[StepView, ...]:
    standing, roles, person = request.standing(), roles_of(user), user.actor.reference
    return tuple(StepView(verb, verb.label, why_not(verb, standing, person=person, roles=roles)) for verb in _STEPS)


def _tiles(request: Request, declared: Kind) -> tuple[PartyTile, PartyTile]:
    """Whoever writes, and whom it is written to: of a notice nothing is asked."""
    notice = declared.lifecycle is Lifecycle.NOTICE
    asks, asked = (noted("Sender"), noted("Recipient")) if notice else (noted("Requesting"), noted("Requested"))
    ours, theirs = request.reference, request.their_reference
    numbers = (theirs, ours) if request.direction == Direction.INCOMING else (ours, theirs)
    return (
        _tile(request, asks, "requesting_organisation", request.requesting_country, numbers[0]),
        _tile(request, asked, declared.asked, request.requested_country, numbers[1]),
    )


def _tile(request: Request, part: str, field: str, country: str, reference: str) -> PartyTile:
    name = request.content.get(field) or _ourselves(request, country)
    zone = request.requested_zone if country == request.requested_country else country_zone(CountryCode(country))
    return PartyTile(
        part=part,
        country=country,
        country_name=CountryCode(country).english_name,
        authority=name.strip() if isinstance(name, str) else "",
        zone=zone,
        local_time=clock.now().astimezone(ZoneInfo(zone)),
        reference=reference,
    )


def _ourselves(request: Request, country: str) -> str:
    """Whom a request that arrived goes to, where it does not say so: to this node's authority."""
    arrived_here = request.direction == Direction.INCOMING and country == settings.ENV.country
    return settings.ENV.organisation if arrived_here else ""


def _hand(user: User | None, at: datetime | None) -> Hand:
    return Hand(user.display_name if user else None, at)
