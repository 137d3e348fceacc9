"""What holds a clock: it never ends before what holds it does. Holding lengthens a period and never shortens it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.atlas.rules.packs.clock_rules import Held, Occurrence
from comity.casework.rules.clocks.happening import Happening, fits


@dataclass(frozen=True, slots=True)
class Hold:
    """From when to when something held the clock; `until` is None while it does. `served`: it ended because what it
    waited for came."""

    since: datetime
    until: datetime | None = None
    served: Happening | None = None


@dataclass(frozen=True, slots=True)
class HeldSpan:
    """The end after all holds; `since` where one still lasts; `served` where the last hold ended after the period
    itself, and with what it had waited for."""

    ends: datetime
    since: datetime | None = None
    served: Happening | None = None


def held_span(rule: Held | None, happened: Sequence[Happening], ends: datetime) -> HeldSpan:
    """The period's end with its holds. What begins after the end holds nothing any more: the period is over."""
    served: Happening | None = None
    for hold in sorted(_holds(rule, happened), key=lambda hold: hold.since) if rule else ():
        if hold.since > ends:
            break
        if hold.until is None:
            return HeldSpan(ends, since=hold.since)
        if hold.until > ends:
            ends, served = hold.until, hold.served
    return HeldSpan(ends, served=served)


def _holds(rule: Held, happened: Sequence[Happening]) -> Iterator[Hold]:
    groups: dict[str, list[Happening]] = {}
    for item in happened:
        groups.setdefault(str(item.part(rule.by) or ""), []).append(item)
    for group in groups.values():
        yield from _one_after_the_other(rule, group)


def _one_after_the_other(rule: Held, group: Sequence[Happening]) -> Iterator[Hold]:
    """What was held and let go can be held again. `group` is in the order of moments."""
    begun = _first(rule.start, group)
    while begun is not None:
        later = [item for item in group if item.moment >= begun.moment]
        served, dropped = _first(rule.until, later), _first(rule.dropped, later)
        ended = min((item for item in (served, dropped) if item), key=lambda item: item.moment, default=None)
        yield Hold(begun.moment, ended.moment if ended else None, ended if ended is served else None)
        if ended is None:
            return
        group = group[max(group.index(begun), group.index(ended)) + 1 :]
        begun = _first(rule.start, group)


def _first(wanted: Sequence[Occurrence], group: Sequence[Happening]) -> Happening | None:
    return next((item for item in group if any(fits(one, item) for one in wanted)), None)
