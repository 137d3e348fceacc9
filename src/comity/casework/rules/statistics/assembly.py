"""Making the tree of figures from counts that were added up over months. Pure: what keys are called is handed in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import YES, Followed, Outcome, What
from comity.casework.rules.statistics.duration import HOUR
from comity.casework.rules.statistics.family import Family
from comity.casework.rules.statistics.figures import (
    Asked,
    Figures,
    Follow,
    Line,
    Month,
    Standing,
    Tests,
    Times,
    months_between,
    times,
)
from comity.kernel.sayable import sayable
from comity.kernel.words import noted

Row = tuple[str, str, str, str, int]
"""Direction, family, what, key, count."""
Labels = Mapping[What, Callable[[str], str]]
"""What the keys of a count are called; a count that is not in it is called as its keys are."""

STAGES = {
    What.ACKNOWLEDGED: noted("Acknowledged"),
    What.PRESERVED: noted("Data preserved"),
    What.ANSWERED: noted("First answer"),
    What.CLOSED: noted("Closed"),
}


_ENDED = {What.ANSWERED: noted("first answer"), What.CLOSED: noted("closed")}
_BY_FAMILY = {What.ANSWERED: What.FAMILY_ANSWERED, What.CLOSED: What.FAMILY_CLOSED}


class Sums:
    """Counts of one question, to be looked up by what they are of. Notices are apart: nobody answers them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_family: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
        self._by_what: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for way, family, what, key, count in rows:
            self._by_family[what, way, family][key] += count
            if family != _NOTICE:
                self._by_what[what, way][key] += count

    def keys(self, what: What, direction: Direction, family: Family | None = None) -> Counter[str]:
        """Counts by key, of one family, or of all but notices."""
        if family is None:
            return self._by_what[what.value, direction.value]
        return self._by_family[what.value, direction.value, family.value]


_NOTICE = Family.NOTICE.value


def figures(
    asked: Asked,
    standing: Standing,
    rows: Iterable[Row],
    months: Mapping[tuple[date, str], int],
    labels: Labels,
) -> Figures:
    """The whole tree. `months` are requests, notices left out, by month and direction."""
    sums = Sums(rows)

    def ranked(what: What, family: Family | None = None) -> tuple[Line, ...]:
        return _ranked(sums, what, labels.get(what, str), family)

    kinds, notices = ranked(What.KIND), ranked(What.KIND, Family.NOTICE)
    expired = ranked(What.EXPIRED)
    return Figures(
        asked=asked,
        standing=standing,
        requests=_sum("requests", noted("Requests"), kinds),
        notices=_sum("notices", noted("Notices"), notices),
        months=tuple(
            Month(month, *(months.get((month, way.value), 0) for way in (Direction.OUTGOING, Direction.INCOMING)))
            for month in months_between(asked.since, asked.until)
        ),
        kinds=(*kinds, *notices),
        countries=ranked(What.COUNTRY),
        data=ranked(What.DATA),
        offences=ranked(What.OFFENCE),
        urgency=ranked(What.URGENCY),
        channels=ranked(What.CHANNEL),
        times=_stages(sums, asked),
        families=_families(sums, asked),
        outcomes=_in_order(ranked(What.OUTCOME)),
        grounds=ranked(What.GROUND),
        incomplete=_yes(sums, What.INCOMPLETE, noted("Incomplete: more was asked for")),
        missing=ranked(What.MISSING),
        forwarded=_yes(sums, What.FORWARDED, noted("Misdirected: forwarded to the competent authority")),
        expired=_yes(sums, What.EXPIRED, noted("A clock ran out")),
        expired_rules=tuple(line for line in expired if line.key != YES),
        follow=tuple(_follow(sums, way) for way in asked.directions),
        tests=_tests(sums, labels.get(What.TEST, str)),
    )


def _ranked(sums: Sums, what: What, label: Callable[[str], str], family: Family | None) -> tuple[Line, ...]:
    out, into = (sums.keys(what, way, family) for way in (Direction.OUTGOING, Direction.INCOMING))
    lines = [Line(key, label(key), out[key], into[key]) for key in {*out, *into}]
    return tuple(sorted(lines, key=lambda line: (-line.total, line.label)))


def _sum(key: str, label: str, lines: Iterable[Line]) -> Line:
    lines = tuple(lines)
    return Line(key, label, sum(line.outgoing for line in lines), sum(line.incoming for line in lines))


def _yes(sums: Sums, what: What, label: str) -> Line:
    out, into = (sums.keys(what, way)[YES] for way in (Direction.OUTGOING, Direction.INCOMING))
    return Line(what.value, label, out, into)


def _in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Outcomes keep their order, from executed to open: as parts of a whole they are compared, not ranked."""
    order = [outcome.value for outcome in Outcome]
    return tuple(sorted(lines, key=lambda line: order.index(line.key) if line.key in order else len(order)))


def _steps(counts: Counter[str]) -> dict[int, int]:
    return {int(key): count for key, count in counts.items()}


def _stages(sums: Sums, asked: Asked) -> tuple[Times, ...]:
    return tuple(
        times(what.value, label, way, _steps(sums.keys(what, way)))
        for way in asked.directions
        for what, label in STAGES.items()
    )


def _families(sums: Sums, asked: Asked) -> tuple[Times, ...]:
    """Only those that occur: how long the first answer and the end took."""
    found = []
    for way in asked.directions:
        for family in Family:
            for stage, what in _BY_FAMILY.items():
                steps = _steps(sums.keys(what, way, family))
                if steps:
                    label = sayable("{family}: {stage}", family=sayable(family.label), stage=sayable(_ENDED[stage]))
                    found.append(times(f"{family.value} {stage.value}", label, way, steps, finest=HOUR))
    return tuple(found)


def _follow(sums: Sums, way: Direction) -> Follow:
    counts = sums.keys(What.FOLLOWED, way)
    followed = counts[Followed.IN_TIME] + counts[Followed.LATER]
    extensions = sums.keys(What.EXTENSION, way)[YES]
    return Follow(way, followed + counts[Followed.NOT], followed, counts[Followed.IN_TIME], extensions)


def _tests(sums: Sums, label: Callable[[str], str]) -> Tests:
    results = _ranked(sums, What.TEST, label, None)
    answered = sums.keys(What.TEST_ANSWERED, Direction.OUTGOING)
    measured = times(What.TEST_ANSWERED.value, noted("Until somebody answered"), Direction.OUTGOING, _steps(answered))
    return Tests(sum(line.total for line in results), measured.count, results, measured)
