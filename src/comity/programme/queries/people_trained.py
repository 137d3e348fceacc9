"""How many people were trained: who attended trainings and workshops, each once an activity."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Count

from comity.atlas.rules.packs.overview import ActivityKind
from comity.programme.models import Activity, Participant
from comity.programme.queries.activity_line import of_project
from comity.programme.rules.participation import ParticipantState

TRAINS = (ActivityKind.TRAINING, ActivityKind.WORKSHOP)


def people_trained(
    starts: date, ends: date, countries: Collection[str] = (), *, project: str = "", result: int | None = None
) -> int:
    """People who attended an activity whose last day is from `starts` to `ends`, both included. `countries` are those
    that people came from; none named: all, unknown ones too. `project` counts what it leads or shares; `result` is the
    number of the row. Erased people count."""
    return sum(people_trained_by_country(starts, ends, countries, project=project, result=result).values())


def people_trained_by_country(
    starts: date, ends: date, countries: Collection[str] = (), *, project: str = "", result: int | None = None
) -> dict[str, int]:
    """The same by country code; whose country is not known stands under the empty code. One query."""
    rows = Participant.objects.filter(
        state=ParticipantState.ATTENDED.value,
        activity__kind__in=[kind.value for kind in TRAINS],
        activity__ends__range=(starts, ends),
    )
    if countries:
        rows = rows.filter(country__in=countries)
    if project:
        rows = rows.filter(activity__in=Activity.objects.filter(of_project(project)).values("pk"))
    if result is not None:
        rows = rows.filter(activity__result=result)
    return dict(rows.order_by("country").values_list("country").annotate(Count("pk")))


def attendance_marked(starts: date, ends: date, *, project: str) -> bool:
    """Whether anybody was marked, as attended or absent, at a training or workshop of the project whose last day lies
    between both."""
    marked = (ParticipantState.ATTENDED.value, ParticipantState.ABSENT.value)
    kinds = [kind.value for kind in TRAINS]
    rows = Participant.objects.filter(state__in=marked, activity__kind__in=kinds)
    its = Activity.objects.filter(of_project(project)).values("pk")
    return rows.filter(activity__in=its, activity__ends__range=(starts, ends)).exists()
