"""A route as a page draws it: stops and legs of a journey, its expected time, and links to what would improve it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from comity.atlas.queries.fact import Age
from comity.kernel.words import noted, say
from comity.routes.queries.plan import RouteView, StepView
from comity.web.components.local_name import LocalName, local_name
from comity.web.components.time_scale import TimeScale, time_scale
from comity.web.planner.address import Asked

USES = {
    "evidence": noted("Evidence that can stand in court"),
    "depends": noted("Evidence only where the law of both sides says so"),
    "information": noted("Information to lead an investigation, not evidence"),
}


@dataclass(frozen=True, slots=True)
class Leg:
    """The stretch before a stop: by what it is travelled and on which basis; `detour` where a power stands in."""

    by: str
    basis: str
    address: str
    detour: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """Who acts, and where: `address` opens the country's page, and is empty where the stop before is in the same."""

    step: StepView
    local: LocalName | None
    address: str
    leg: Leg | None


@dataclass(frozen=True, slots=True)
class Improvement:
    says: str
    address: str


@dataclass(frozen=True, slots=True)
class Way:
    """One route with everything its card shows. `elsewhere` opens the simulator with what would open the route; `why`
    opens its reasoning; `reasoning` says whether it is open."""

    route: RouteView
    place: str
    stops: tuple[Stop, ...]
    scale: TimeScale
    use: str
    improvements: tuple[Improvement, ...]
    elsewhere: str
    why: str
    reasoning: bool
    stale: bool

    @property
    def duties(self) -> int:
        """What the request must do, and by when, counted."""
        return len(self.route.requirements) + len(self.route.clocks)


def ways(routes: Sequence[RouteView], asked: Asked, *, why: str, languages: Mapping[str, str]) -> tuple[Way, ...]:
    """The cards of `routes`; the one whose key is `why` shows its reasoning. `languages` are the first languages of
    countries, by which they are named a second time."""
    return tuple(_way(route, asked, route.key == why, languages) for route in routes)


def place_of(key: str) -> str:
    """The element of the page that shows the route: its key without the brackets that an address would not carry."""
    return "way-" + "".join(sign if sign.isalnum() else "-" for sign in key).strip("-")


def _way(route: RouteView, asked: Asked, reasoning: bool, languages: Mapping[str, str]) -> Way:
    place = place_of(route.key)
    return Way(
        route=route,
        place=place,
        stops=_stops(route, languages),
        scale=time_scale(route.least_days, route.most_days),
        use=say(USES[route.use]),
        improvements=tuple(_improvements(route, asked)),
        elsewhere=asked.simulator(*asked.supposed, *(reform.key for reform in route.reforms)) if route.reforms else "",
        why=asked.address(more={"why": route.key}, place=place),
        reasoning=reasoning,
        stale=route.oldest is not Age.FRESH,
    )


def _improvements(route: RouteView, asked: Asked) -> Iterator[Improvement]:
    """What would improve the route, each with the page that supposes it. Urgency is offered where it is not in vain."""
    if route.needs_urgency and (route.reforms or len(route.blockers) == 1):
        yield Improvement(say("The case is urgent."), asked.with_urgency().address())
    for reform in route.reforms:
        yield Improvement(reform.says, asked.supposing(*asked.supposed, reform.key).address())


def _stops(route: RouteView, languages: Mapping[str, str]) -> tuple[Stop, ...]:
    legs = [None, _travel(route), *(_execution(route) for _ in route.steps[2:])]
    stops: list[Stop] = []
    for step, leg in zip(route.steps, legs, strict=False):
        here = bool(step.country) and not (stops and stops[-1].step.country == step.country)
        local = local_name(step.country, languages[step.country]) if here and step.country in languages else None
        stops.append(Stop(step, local, reverse("country", args=[step.country]) if here else "", leg))
    return tuple(stops)


def _travel(route: RouteView) -> Leg:
    label = capfirst(say(route.channel_label))
    if not route.instrument:
        return Leg(label, say("by its own policy"), "")
    page = reverse("instrument", args=[route.instrument])
    if not route.article[:1].isdigit():
        return Leg(label, "" if route.instrument_short.lower() in label.lower() else route.instrument_short, page)
    basis = say("{instrument}, Article {article}", instrument=route.instrument_short, article=route.article)
    return Leg(label, basis, f"{page}#article-{anchor(route.article)}")


def _execution(route: RouteView) -> Leg:
    return Leg(say("Order under domestic law"), "", "", detour=bool(route.detours))


def anchor(article: str) -> str:
    """The element of an instrument's page that holds the article: “27(9)(a)” stands within 27."""
    return article.partition("(")[0]
