"""A made-up project's head and results framework: three results, two outputs each, indicators with their periods."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from comity.programme.rules.made_up.numbers import Rows
from comity.programme.rules.made_up.plan import LARGE_INDICATORS, LARGE_PERIODS, OUTPUTS, PERIODS, RESULTS, Plan
from comity.programme.rules.made_up.words import COUNTRIES, FUNDERS, MATTERS, ORGANISERS, UNITS
from comity.programme.rules.project import Direction, Level

_LARGE_DAYS = 1825
_APPROXIMATE, _COUNTED = 0.3, 0.8
"""Shares of budgets that are approximate, and of past periods whose actual is known."""
_BEGAN, _BEGINS = 2000, 200
"""Days before and after today between which projects begin."""


@dataclass(frozen=True, slots=True)
class MadeUpProject:
    """What the rest of a project hangs on: numbers of its rows, its days and countries."""

    row: int
    number: int
    starts: date
    ends: date
    countries: tuple[str, ...]
    results: tuple[int, ...]


def project(random: Random, plan: Plan, number: int, rows: Rows) -> MadeUpProject:
    """The project of this number, the first being the large one."""
    large = number == 1
    days = _LARGE_DAYS if large else random.randrange(900, 1400)
    starts = plan.today - timedelta(days=_LARGE_DAYS - 400 if large else random.randrange(-_BEGINS, _BEGAN))
    ends = starts + timedelta(days=days)
    countries = tuple(sorted(random.sample(COUNTRIES, random.randrange(3, 7))))
    matter = random.choice(MATTERS)
    row = rows.put(
        "project",
        code=f"load-{plan.first + number - 1:04d}",
        name=f"Made-up project {plan.first + number - 1}",
        theme=matter.capitalize(),
        objective=f"To strengthen {matter} in {len(countries)} countries (made up for load tests).",
        starts=starts,
        ends=ends,
        budget=Decimal(random.randrange(300, 3000)) * 1000,
        currency="EUR",
        budget_is_approximate=random.random() < _APPROXIMATE,
        countries=json.dumps(countries),
        funders=json.dumps([random.choice(FUNDERS)]),
        implementers=json.dumps([random.choice(ORGANISERS)]),
        partners="[]",
        pack="",
        version=1,
        created_at=plan.now,
        changed_at=plan.now,
        changed_by_id=plan.officer,
    )
    return MadeUpProject(row, number, starts, ends, countries, _results(random, plan, row, large, (starts, ends), rows))


def _results(
    random: Random, plan: Plan, project: int, large: bool, days: tuple[date, date], rows: Rows
) -> tuple[int, ...]:
    found = []
    for one in range(1, RESULTS + 1):
        result = _result(random, project, None, Level.RESULT, str(one), rows)
        found.append(result)
        found += [_result(random, project, result, Level.OUTPUT, f"{one}.{two}", rows) for two in range(1, OUTPUTS + 1)]
    for number in range(LARGE_INDICATORS if large else len(found)):
        result = found[number % len(found)]
        periods = LARGE_PERIODS if large else PERIODS
        _indicator(random, plan, (result, number // len(found) + 1), (days, periods), rows)
    return tuple(found)


def _result(random: Random, project: int, parent: int | None, level: Level, number: str, rows: Rows) -> int:
    return rows.put(
        "result",
        project_id=project,
        parent_id=parent,
        level=level.value,
        number=number,
        says=f"{random.choice(MATTERS).capitalize()} works better than before (made up).",
        assumption="",
        version=1,
    )


def _indicator(
    random: Random, plan: Plan, place: tuple[int, int], spread: tuple[tuple[date, date], int], rows: Rows
) -> None:
    """Periods of even length; actuals only where the period is over, and not in all."""
    (result, number), ((starts, ends), periods) = place, spread
    indicator = rows.put(
        "indicator",
        result_id=result,
        number=str(number),
        says=f"Number counted for {random.choice(MATTERS)}",
        unit=random.choice(UNITS),
        direction=Direction.UP.value,
        measure="",
        baseline=Decimal(random.randrange(20)),
        baseline_on=starts,
        baseline_source="Made up",
        version=1,
    )
    step = ((ends - starts).days + 1) // periods
    for count in range(periods):
        first = starts + timedelta(days=step * count)
        last = ends if count == periods - 1 else first + timedelta(days=step - 1)
        known = last < plan.today and random.random() < _COUNTED
        rows.put(
            "period",
            indicator_id=indicator,
            starts=first,
            ends=last,
            target=Decimal(20 + 5 * count),
            actual=Decimal(random.randrange(10, 30 + 5 * count)) if known else None,
            evidence="Counted at the end of the period (made up)." if known else "",
            source="Report of the period (made up)" if known else "",
            version=1,
            changed_at=plan.now,
            changed_by_id=plan.officer,
        )
