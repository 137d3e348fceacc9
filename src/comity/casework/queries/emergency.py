"""What the emergency screen knows before anybody types: how far each way leads today, who receives it, what is known
of ourselves. Proposes; drafts nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.request import Request
from comity.casework.queries.requester import requester_for
from comity.casework.queries.zone import country_zone
from comity.casework.rules.declaration import Addressee, Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.duty.emergency import Way, stated
from comity.casework.rules.prefill import Asked, prefilled
from comity.casework.rules.registry import kind
from comity.casework.rules.shapes import blank
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.models.user import User
from comity.routes.queries.plan import PlanView, RouteView, plan_view
from comity.routes.rules.question import Question
from comity.routes.rules.route import Status

OWN_WORDS = ("requesting_", "call_back_")
"""Beginnings of the names of fields that say how we are reached: the same in each request of one officer."""
_LATEST = 10
_PROVISIONS = ("legal_qualification", "penalties")


@dataclass(frozen=True, slots=True)
class WayView:
    """One way on one day. `why` says what keeps it from being open: what blocks it, or what is not known."""

    way: Way
    status: str
    why: tuple[str, ...]
    authority: str
    authority_id: str

    @property
    def leads(self) -> bool:
        return self.status in {Status.OPEN, Status.CONDITIONS, Status.DEGRADED}

    @property
    def closed(self) -> bool:
        return self.status == Status.CLOSED


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to the same data, for the wizard: `measure` and `data` as its address takes them."""

    says: str
    measure: str
    data: str
    status: str


def ways_to(country: CountryCode, day: date) -> tuple[WayView, ...]:
    """The three ways to `country` on `day`, as the planner judges them."""
    snapshot = node_snapshot()
    return tuple(_way(snapshot, way, country, day) for way in Way)


def alternatives(country: CountryCode, day: date) -> tuple[Alternative, ...]:
    """What remains where CETS 224 does not lead: preservation at once, and expedited mutual assistance."""
    snapshot = node_snapshot()
    found = []
    for says, measure, data in _ALTERNATIVES:
        plan = _plan(snapshot, measure, country, day, data)
        if plan.status != Status.CLOSED:
            found.append(Alternative(says, measure, data or "", plan.status))
    return tuple(found)


def plan_through(way: Way, country: CountryCode, day: date) -> dict[str, Any]:
    """The way with its reasoning, as a request keeps it; empty where the planner does not know such a way."""
    snapshot = node_snapshot()
    plan = _plan(snapshot, way.measure, country, day).as_json()
    route = next((route for route in plan["routes"] if route["key"] == way.route), None)
    return {**{name: plan[name] for name in plan if name not in _OTHER}, "route": route} if route else {}


def asked_by(way: Way, country: CountryCode, day: date) -> Asked:
    """Who receives it: the authority that the atlas names for this way; nobody by name where it names none."""
    view = _way(node_snapshot(), way, country, day)
    return Asked(country, view.authority, country_zone(country), view.authority_id)


def known_of(declared: Kind, asked: Asked, user: User) -> dict[str, Any]:
    """Everything that the node can say by itself in a request of this kind, the user's own last words included."""
    content = prefilled(
        declared,
        requester=requester_for(user),
        asked=asked,
        identifiers=[],
        data=[],
        urgent=True,
        today=clock.today(user.zone),
    )
    said = {name: value for name, value in _last_words(user).items() if name in declared.fields}
    return {**said, **{name: value for name, value in content.items() if not blank(value)}, **stated(declared)}


def provisions_of(user: User, offences: Any) -> dict[str, Any]:
    """Legal qualification and penalties as in the user's latest request for the same offences: they do not change."""
    if blank(offences):
        return {}
    for content in _latest(user):
        if content.get("offences") == offences and not blank(content.get("legal_qualification")):
            return {name: content[name] for name in _PROVISIONS if not blank(content.get(name))}
    return {}


def _latest(user: User) -> list[Mapping[str, Any]]:
    own = Request.objects.filter(drafted_by=user, direction=Direction.OUTGOING).order_by("-changed_at", "-id")
    return list(own.values_list("content", flat=True)[:_LATEST])


def _way(snapshot: Snapshot, way: Way, country: CountryCode, day: date) -> WayView:
    plan = _plan(snapshot, way.measure, country, day)
    route = next((route for route in plan.routes if route.key == way.route), None)
    if route is None:
        return WayView(way, Status.UNKNOWN, (say("The law on this node does not describe this way."),), "", "")
    identity = route.authority if kind(way.kind).addressee is Addressee.AUTHORITY else ""
    return WayView(way, route.status, _why(route), _named(snapshot, country, identity), identity)


def _why(route: RouteView) -> tuple[str, ...]:
    if route.status == Status.CLOSED:
        return route.blockers
    decisive = [item.fact for item in route.missing if item.decisive] or [item.fact for item in route.missing]
    return tuple(say("Not known: {fact}.", fact=said(fact)) for fact in decisive)


def _named(snapshot: Snapshot, country: str, identity: str) -> str:
    pack = snapshot.countries.get(country)
    return next((one.name for one in pack.authorities if one.id == identity), "") if pack and identity else ""


def _plan(
    snapshot: Snapshot, measure: Measure, country: CountryCode, day: date, data: DataType | None = None
) -> PlanView:
    question = Question(settings.ENV.country, country, measure, day, data=data, urgent=True)
    return plan_view(snapshot, question)


def _last_words(user: User) -> dict[str, Any]:
    """How we were reached in the user's own latest requests: the newest value of each field."""
    words: dict[str, Any] = {}
    for content in _latest(user):
        for name, value in content.items():
            if name.startswith(OWN_WORDS) and not blank(value):
                words.setdefault(name, value)
    return words


_OTHER = {"routes", "changed", "supposing"}

_ALTERNATIVES: tuple[tuple[str, Measure, DataType | None], ...] = (
    (noted("Have the data preserved now (Article 29), so that nothing is lost while you ask"), Measure.PRESERVE, None),
    (noted("Ask for expedited mutual assistance (Articles 25(3) and 31(3))"), Measure.CONTENT, None),
)
