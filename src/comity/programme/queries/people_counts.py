"""How many people an activity has, by state, country and institution; erased people count, but for the institution."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from comity.kernel.country_words import country_words
from comity.kernel.words import say
from comity.programme.models import Participant
from comity.programme.queries.activity_line import ActivityLine
from comity.programme.rules.participation import ParticipantState

MOST_INSTITUTIONS = 100


@dataclass(frozen=True, slots=True)
class CountLine:
    """A line of a table: how many are on the list, have a place, came. `code` is the country's, where it is one."""

    code: str
    name: str
    people: int
    accepted: int
    attended: int


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """`travel` is what was granted, by currency."""

    total: int
    erased: int
    states: tuple[tuple[ParticipantState, int], ...]
    countries: tuple[CountLine, ...]
    institutions: tuple[CountLine, ...]
    travel: tuple[tuple[str, Decimal], ...]

    @property
    def attended(self) -> int:
        return dict(self.states).get(ParticipantState.ATTENDED, 0)


def people_counts(activity: ActivityLine) -> PeopleCounts:
    """Four queries, however many people there are."""
    rows = Participant.objects.filter(activity__project__code=activity.project, activity__code=activity.code)
    held = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    money = rows.exclude(travel_currency="").order_by("travel_currency").values_list("travel_currency")
    return PeopleCounts(
        total=sum(held.values()),
        erased=rows.filter(erased_at__isnull=False).count(),
        states=tuple((state, held[state.value]) for state in ParticipantState if state.value in held),
        countries=_lines(rows, "country", named=True),
        institutions=_lines(rows.filter(erased_at=None), "institution")[:MOST_INSTITUTIONS],
        travel=tuple(money.annotate(Sum("travel_amount"))),
    )


def _lines(rows: QuerySet[Participant], field: str, *, named: bool = False) -> tuple[CountLine, ...]:
    seated = Count("pk", filter=Q(state__in=["accepted", "attended", "absent"]))
    came = Count("pk", filter=Q(state=ParticipantState.ATTENDED.value))
    counted = rows.order_by().values_list(field).annotate(people=Count("pk"), seated=seated, came=came)
    lines = (CountLine(value if named else "", _name(value, named=named), *figures) for value, *figures in counted)
    return tuple(sorted(lines, key=lambda line: (-line.people, line.name)))


def _name(value: str, *, named: bool) -> str:
    if not value:
        return say("not known")
    return country_words(value) if named else value
