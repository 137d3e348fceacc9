"""Recommendations and what countries do about them: the lists, one list by country, what is due. Changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.recommendations import Addressee, Recommendation, RecommendationList
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules.refusal import NotFound
from comity.stateofplay.models import FollowUp
from comity.stateofplay.rules.follow_up import FollowUpStatus, FollowUpWords, Timing, timing
from comity.stateofplay.rules.matrix import heading


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A country's follow-up of a recommendation; version 0 where nothing has been said."""

    country: str
    country_name: str
    number: str
    words: FollowUpWords
    version: int
    timing: Timing


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation with its source, and each country's follow-up; none where countries are not addressed."""

    item: Recommendation
    fact: FactView
    follow_ups: tuple[FollowUpView, ...]

    @property
    def for_countries(self) -> bool:
        return self.item.addressee is not Addressee.COUNCIL


@dataclass(frozen=True, slots=True)
class ListView:
    """`countries` are code and heading, by heading."""

    id: str
    title: str
    by: str
    adopted: date | None
    countries: tuple[tuple[str, str], ...]
    rows: tuple[RecommendationRow, ...]

    @property
    def follow_ups(self) -> Iterator[FollowUpView]:
        return (each for row in self.rows for each in row.follow_ups)

    @property
    def counts(self) -> tuple[tuple[FollowUpStatus, int], ...]:
        """How many stand where, in the order of the statuses."""
        found = Counter(each.words.status for each in self.follow_ups)
        return tuple((status, found[status]) for status in FollowUpStatus if found[status])

    @property
    def overdue(self) -> int:
        return sum(each.timing is Timing.OVERDUE for each in self.follow_ups)


def recommendation_lists(today: date) -> list[ListView]:
    """Every list of the node's packs, by title, in two database queries."""
    snapshot = node_snapshot()
    rows = _rows(FollowUp.objects.all())
    return sorted(
        (_list(snapshot, found, rows, today) for found in snapshot.recommendations.values()), key=lambda v: v.title
    )


def recommendation_list(name: str, today: date) -> ListView:
    """One list. Raises NotFound."""
    snapshot = node_snapshot()
    found = snapshot.recommendations.get(name)
    if found is None:
        raise NotFound("list of recommendations")
    return _list(snapshot, found, _rows(FollowUp.objects.filter(list_id=name)), today)


def follow_up_view(
    name: str, number: str, country: str, today: date
) -> tuple[ListView, RecommendationRow, FollowUpView]:
    """One recommendation and country, with the list. Raises NotFound."""
    view = recommendation_list(name, today)
    for row in view.rows:
        for each in row.follow_ups:
            if (row.item.number, each.country) == (number, country):
                return view, row, each
    raise NotFound("recommendation")


def due_follow_ups(today: date) -> list[tuple[ListView, RecommendationRow, FollowUpView]]:
    """What is overdue or has a day to come, the earliest first."""
    found = [
        (view, row, each)
        for view in recommendation_lists(today)
        for row in view.rows
        for each in row.follow_ups
        if each.timing is not Timing.NONE
    ]
    return sorted(found, key=lambda one: (one[2].words.due or date.max, one[2].country_name))


Kept = Mapping[tuple[str, str, str], FollowUp]


def _rows(rows: Iterable[FollowUp]) -> Kept:
    return {(row.list_id, row.number, row.country): row for row in rows}


def _list(snapshot: Snapshot, found: RecommendationList, kept: Kept, today: date) -> ListView:
    countries = tuple(sorted(((code, heading(code)) for code in snapshot.countries), key=lambda pair: pair[1]))
    return ListView(
        found.id,
        found.title,
        found.by,
        found.adopted,
        countries,
        tuple(
            RecommendationRow(
                item,
                fact_view(item, snapshot.sources, today),
                ()
                if item.addressee is Addressee.COUNCIL
                else tuple(
                    _view(code, name, item.number, kept.get((found.id, item.number, code)), today)
                    for code, name in countries
                ),
            )
            for item in found.recommendations
        ),
    )


def _view(code: str, name: str, number: str, row: FollowUp | None, today: date) -> FollowUpView:
    if row is None:
        return FollowUpView(code, name, number, FollowUpWords(), 0, Timing.NONE)
    status = FollowUpStatus(row.status)
    words = FollowUpWords(status, row.responsible, row.due, row.evidence, row.next_step, row.activity, row.source)
    return FollowUpView(code, name, number, words, row.version, timing(status, row.due, today))
