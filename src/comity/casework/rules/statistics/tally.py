"""What one request adds to the figures. Folding its history in pieces gives what folding it at once does: each piece
counts for the difference between the figures after it and before it, so that corrections take back what was wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from comity.casework.rules.arrival.events import RegistrationCorrected
from comity.casework.rules.clock_events import ClockRanOut
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import RequestSent
from comity.casework.rules.handling.events import EVENT_OF, EventCorrected, FollowUpMoved, RequestRegistered
from comity.casework.rules.statistics.cell import EVERYWHERE, OF_ALL_FAMILIES, Cell, What
from comity.casework.rules.statistics.channel import channel_of
from comity.casework.rules.statistics.course import course
from comity.casework.rules.statistics.family import Family, family_of
from comity.casework.rules.statistics.history import Told, corrected
from comity.ledger.rules.happening import Happening

COUNTED = frozenset(
    {
        RequestRegistered.name,
        RegistrationCorrected.name,
        RequestSent.name,
        FollowUpMoved.name,
        EventCorrected.name,
        ClockRanOut.name,
        *(event.name for event in EVENT_OF.values()),
    }
)
"""The names of the entries from which figures on requests are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is counted of a request's content, which no longer changes once it has left or arrived.

    `zone` is the requested country's, in which days of dispatch are counted; `home` is this node's.
    """

    direction: Direction
    kind: str
    country: str
    zone: ZoneInfo
    home: ZoneInfo
    urgent: bool
    data: tuple[str, ...] = ()
    offences: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        return family_of(self.kind)


def tallied(facts: Facts, entries: Iterable[Happening]) -> Counter[Cell]:
    """What the entries about one request add to the figures; nothing before it has left or arrived."""
    history = corrected(entries, facts.zone)
    begun = next((told for told in history if told.name == _BEGINNING[facts.direction]), None)
    if begun is None:
        return Counter()
    month, way, family = _month(begun, facts), facts.direction.value, facts.family
    everywhere, there = {EVERYWHERE}, {EVERYWHERE, facts.country}
    counts: Counter[Cell] = Counter()
    for what, key in _counted(facts, family, begun, history):
        for country in everywhere if what is What.COUNTRY else there:
            kin = "" if what in OF_ALL_FAMILIES else family.value
            counts[Cell(month, way, country, kin, what.value, key)] += 1
    return counts


def difference(after: Counter[Cell], before: Counter[Cell]) -> Counter[Cell]:
    """What must be added to `before` to have `after`; negative where it must be taken back."""
    changed = Counter(after)
    changed.subtract(before)
    return Counter({cell: count for cell, count in changed.items() if count})


_BEGINNING = {Direction.OUTGOING: RequestSent.name, Direction.INCOMING: RequestRegistered.name}


def _month(begun: Told, facts: Facts) -> date:
    """Of dispatch there, of receipt here: as those count it who wrote it down."""
    zone = facts.zone if facts.direction is Direction.OUTGOING else facts.home
    return begun.moment.astimezone(zone).date().replace(day=1)


def _counted(facts: Facts, family: Family, begun: Told, history: list[Told]) -> Iterator[tuple[What, str]]:
    yield What.KIND, facts.kind
    yield What.COUNTRY, facts.country
    told = [begun, *(each for each in history if each.name == RegistrationCorrected.name)]
    yield What.CHANNEL, channel_of(str(told[-1].payload.get("channel", "")))
    yield What.URGENCY, "urgent" if facts.urgent else "routine"
    for data in sorted(set(facts.data)):
        yield What.DATA, data
    for offence in sorted(set(facts.offences)):
        yield What.OFFENCE, offence
    if family is not Family.NOTICE:
        yield from course(facts.direction, family, facts.zone, begun, history)
