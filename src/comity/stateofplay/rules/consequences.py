"""What gaps in procedural powers do to co-operation: routes that are closed, or take a detour, because of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.stateofplay.rules.powers import Known


@dataclass(frozen=True, slots=True)
class Hindrance:
    """A route to `country` that waits for a power: who asked for what, how the route is, and how the best one is.
    `alone`: nothing else stands in its way."""

    country: str
    article: str
    requester: str
    measure: str
    route: str
    best: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from one gap. `closed`, `detours`, `limited`, `unknown` count routes; `alone` those closed or on a
    detour that wait for nothing else. `lost` are measures that some country cannot have at all, `hampered` those that
    it has with a detour at best."""

    country: str
    heading: str
    article: str
    level: Known
    closed: int
    detours: int
    limited: int
    unknown: int
    alone: int
    lost: tuple[str, ...]
    hampered: tuple[str, ...]

    @property
    def routes(self) -> int:
        """Routes that would be better without the gap, or known to be."""
        return self.closed + self.detours + self.limited + self.unknown

    @property
    def says(self) -> str:
        """The consequence in a sentence or two."""
        what = {Known.NONE: "is missing", Known.PARTIAL: "is there only in part", Known.UNKNOWN: "is not known"}
        parts = (
            (self.closed, "closed"),
            (self.detours, "on a detour"),
            (self.limited, "on conditions"),
            (self.unknown, "uncertain"),
        )
        routes = ", ".join(f"{count} {word}" for count, word in parts if count)
        says = f"{self.heading}: Article {self.article} {what.get(self.level, 'is there')}; routes: {routes}."
        if self.lost:
            says += f" Not every country can have from there: {', '.join(self.lost)}."
        if self.hampered:
            says += f" With a detour at best: {', '.join(self.hampered)}."
        return says


def consequences(
    found: Iterable[Hindrance], headings: dict[str, str], levels: dict[tuple[str, str], Known]
) -> tuple[Consequence, ...]:
    """One consequence a gap, the heaviest first: by routes closed, then on a detour, then all others."""
    grouped: dict[tuple[str, str], list[Hindrance]] = {}
    for one in found:
        grouped.setdefault((one.country, one.article), []).append(one)
    made = [
        Consequence(
            country,
            headings[country],
            article,
            levels.get((country, article), Known.UNKNOWN),
            closed=_count(own, "closed"),
            detours=_count(own, "degraded"),
            limited=_count(own, "conditions"),
            unknown=_count(own, "unknown"),
            alone=sum(one.alone and one.route in _HINDERED for one in own),
            lost=_measures(own, "closed"),
            hampered=_measures(own, "degraded"),
        )
        for (country, article), own in grouped.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.closed, -one.detours, -one.routes, one.heading, one.article)))


_HINDERED = {"closed", "degraded"}


def _count(own: list[Hindrance], status: str) -> int:
    return sum(one.route == status for one in own)


def _measures(own: list[Hindrance], best: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.measure for one in own if one.best == best))
