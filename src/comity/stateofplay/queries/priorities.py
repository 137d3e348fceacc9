"""The scores of strategic priorities: priorities by country as of a day, and one country over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.packs.priorities import PriorityList
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.stateofplay.queries.indicators import Answered, IndicatorView, Place, looked_at
from comity.stateofplay.rules.matrix import heading
from comity.stateofplay.rules.priorities import Score, Standing, scored

Answers = Mapping[str, Mapping[str, Answered]]
"""By country, then by question."""


@dataclass(frozen=True, slots=True)
class PriorityView:
    """A priority of one country: its score, and the indicators that make it."""

    number: int
    name: str
    score: Score
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True)
class CountryScores:
    code: str
    name: str
    priorities: tuple[PriorityView, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A priority as it was adopted, with where that stands."""

    number: int
    name: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class Priorities:
    """One list of priorities, scored for countries by their headings, as of `day`."""

    id: str
    title: str
    adopted: date | None
    day: date
    packs: str
    headings: tuple[Heading, ...]
    countries: tuple[CountryScores, ...]

    @property
    def finding(self) -> str:
        """What the scores say together: “Of 48 scores, 12 are largely met, …; of 30 too little is known.”"""
        found = Counter(item.score.standing for country in self.countries for item in country.priorities)
        told_each = [
            f"{found[each]} {said(each.word)}" for each in Standing if each is not Standing.UNKNOWN and found[each]
        ]
        told = ", ".join(told_each) or say("none can be said")
        if not found[Standing.UNKNOWN]:
            return say("Of {all} scores: {told}", all=found.total(), told=told)
        return say(
            "Of {all} scores: {told}; of {unknown} too little is known",
            all=found.total(),
            told=told,
            unknown=found[Standing.UNKNOWN],
        )

    @property
    def rows(self) -> Iterator[tuple[Heading, tuple[tuple[CountryScores, PriorityView], ...]]]:
        for place, each in enumerate(self.headings):
            yield each, tuple((country, country.priorities[place]) for country in self.countries)


@dataclass(frozen=True, slots=True)
class Course:
    """A priority over the days asked about, the oldest first."""

    number: int
    name: str
    scores: tuple[tuple[date, Score], ...]


def priorities_of(
    snapshot: Snapshot, day: date, *, countries: Sequence[str] | None = None, answers: Answers | None = None
) -> Priorities | None:
    """The node's list of priorities, the first by name if it has several; None where it has none. Needs no database."""
    found = the_list(snapshot)
    if found is None:
        return None
    codes = sorted(snapshot.countries) if countries is None else countries
    ordered = sorted(((code, heading(code)) for code in codes), key=lambda pair: pair[1])
    return Priorities(
        found.id,
        found.title,
        found.adopted,
        day,
        str(snapshot.digest),
        tuple(Heading(each.number, each.name, fact_view(each, snapshot.sources, day)) for each in found.priorities),
        tuple(
            CountryScores(code, name, tuple(_scores(found, Place(snapshot, code, day, (answers or {}).get(code, {})))))
            for code, name in ordered
        ),
    )


def the_list(snapshot: Snapshot) -> PriorityList | None:
    return next(iter(snapshot.priorities.values()), None)


def _scores(found: PriorityList, place: Place) -> Iterator[PriorityView]:
    for each in found.priorities:
        indicators = tuple(looked_at(indicator, place) for indicator in each.indicators)
        score = scored((item.reading, item.indicator.weight) for item in indicators)
        yield PriorityView(each.number, each.name, score, indicators)


def courses(each_day: Sequence[tuple[date, CountryScores]]) -> tuple[Course, ...]:
    """The country's priorities over days, from its scores of each."""
    if not each_day:
        return ()
    return tuple(
        Course(each.number, each.name, tuple((day, scores.priorities[place].score) for day, scores in each_day))
        for place, each in enumerate(each_day[0][1].priorities)
    )
