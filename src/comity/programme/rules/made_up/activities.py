"""A made-up project's activities, all over its days, in every state that their time allows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.made_up.framework import MadeUpProject
from comity.programme.rules.made_up.numbers import Rows
from comity.programme.rules.made_up.plan import Plan
from comity.programme.rules.made_up.words import ORGANISERS, TOWNS, activity_title

_KINDS = tuple(ActivityKind)
_PAST = (ActivityState.REPORTED, ActivityState.HELD, ActivityState.CANCELLED, ActivityState.PLANNED)
_TO_COME = (ActivityState.PLANNED, ActivityState.CONFIRMED, ActivityState.IDEA, ActivityState.CANCELLED)
_SHARED, _SERVES = 0.03, 0.9
"""Shares of activities that a second project shares, and that serve a result."""


@dataclass(frozen=True, slots=True)
class MadeUpActivity:
    """What belongs to an activity hangs on this."""

    row: int
    starts: date
    ends: date
    state: ActivityState
    countries: tuple[str, ...]


def activities(random: Random, plan: Plan, project: MadeUpProject, rows: Rows) -> tuple[MadeUpActivity, ...]:
    """As many as the plan gives the project, some shared with a project made up before."""
    return tuple(
        _one(random, plan, project, number, rows) for number in range(1, plan.activities_of(project.number) + 1)
    )


def _one(random: Random, plan: Plan, project: MadeUpProject, number: int, rows: Rows) -> MadeUpActivity:
    precision = random.choices(tuple(Precision), (8, 2, 1))[0]
    starts, ends = _days(random, project, precision)
    state = _state(random, starts, ends, plan.today)
    kind = random.choice(_KINDS)
    host = random.choice(project.countries)
    taking_part = tuple(sorted({host, *random.sample(project.countries, random.randrange(1, len(project.countries)))}))
    row = rows.put(
        "activity",
        project_id=project.row,
        result_id=random.choice(project.results) if random.random() < _SERVES else None,
        code=f"a-{number:05d}",
        kind=kind.value,
        title=activity_title(random, kind, number),
        says="",
        venue=random.choice(TOWNS),
        host=host,
        countries=json.dumps(taking_part),
        starts=starts,
        ends=ends,
        precision=precision.value,
        unconfirmed=precision is Precision.MONTHS,
        state=state.value,
        organisers=json.dumps([random.choice(ORGANISERS)]),
        expected="Participants agree on next steps (made up).",
        outcome="Next steps were agreed (made up)." if state is ActivityState.REPORTED else "",
        version=1,
        created_at=plan.now,
        changed_at=plan.now,
        changed_by_id=plan.officer,
    )
    if project.number > 1 and random.random() < _SHARED:
        earlier = project.row - random.randrange(1, project.number)
        rows.put("shared", activity_id=row, project_id=earlier)
    return MadeUpActivity(row, starts, ends, state, taking_part)


def _days(random: Random, project: MadeUpProject, precision: Precision) -> tuple[date, date]:
    day = project.starts + timedelta(days=random.randrange((project.ends - project.starts).days))
    if precision is Precision.DAY:
        return day, day + timedelta(days=random.randrange(4))
    first = day.replace(day=1)
    months = 1 if precision is Precision.MONTH else random.randrange(2, 4)
    after = first
    for _ in range(months):
        after = (after + timedelta(days=31)).replace(day=1)
    return first, after - timedelta(days=1)


def _state(random: Random, starts: date, ends: date, today: date) -> ActivityState:
    if ends < today:
        return random.choices(_PAST, (12, 5, 1, 1))[0]
    if starts <= today:
        return ActivityState.UNDER_WAY
    return random.choices(_TO_COME, (6, 3, 2, 1))[0]
