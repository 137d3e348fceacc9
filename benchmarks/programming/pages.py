"""Addresses of the programme's pages, made from what a database holds: another one each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from django.db import connection
from django.urls import NoReverseMatch, reverse

KINDS = ("workshop", "training", "study", "regional-meeting")
STATES = ("open", "unaccounted", "held", "reported", "planned")
COUNTRIES = ("UA", "MD", "GE", "AM", "TR")
WORDS = ("electronic evidence", "workshop", "northbridge judicial", "lighthouse")


@dataclass(frozen=True, slots=True)
class Known:
    """`large` is the project with the most periods, `crowded` the activity with the most people."""

    large: str
    projects: list[str]
    activities: list[tuple[str, str]]
    crowded: tuple[str, str]
    papers: list[tuple[str, int]]
    indicators: list[tuple[str, int]]
    lines: list[tuple[str, int]]


Page = Callable[[Random, Known], str]


def known() -> Known:
    """From the database of this process."""
    activities = _rows(_ACTIVITIES)
    return Known(
        large=_rows(_LARGE)[0][0],
        projects=[row[0] for row in _rows("SELECT code FROM programme_project ORDER BY md5(code) LIMIT 300")],
        activities=activities,
        crowded=(_rows(_CROWDED, needs="programme_participant") or activities)[0],
        papers=_rows(_PAPERS),
        indicators=_rows(_INDICATORS),
        lines=_rows(_LINES, needs="programme_budgetline"),
    )


_LARGE = """
SELECT p.code FROM programme_project p JOIN programme_result r ON r.project_id = p.id
JOIN programme_indicator i ON i.result_id = r.id JOIN programme_indicatorperiod n ON n.indicator_id = i.id
GROUP BY p.id ORDER BY count(*) DESC LIMIT 1
"""
_ACTIVITIES = """
SELECT p.code, a.code FROM programme_activity a JOIN programme_project p ON p.id = a.project_id
ORDER BY md5(a.id::text) LIMIT 300
"""
_CROWDED = """
SELECT p.code, a.code FROM programme_activity a JOIN programme_project p ON p.id = a.project_id
JOIN programme_participant n ON n.activity_id = a.id GROUP BY p.id, a.id ORDER BY count(*) DESC LIMIT 1
"""
_PAPERS = """
SELECT p.code, a.id FROM programme_study a JOIN programme_project p ON p.id = a.project_id
ORDER BY md5(a.id::text) LIMIT 300
"""
_INDICATORS = """
SELECT p.code, i.id FROM programme_indicator i JOIN programme_result r ON r.id = i.result_id
JOIN programme_project p ON p.id = r.project_id ORDER BY md5(i.id::text) LIMIT 300
"""
_LINES = """
SELECT p.code, a.id FROM programme_budgetline a JOIN programme_project p ON p.id = a.project_id
ORDER BY md5(a.id::text) LIMIT 300
"""


def pages(known: Known) -> dict[str, Page]:
    """Those that this node has, by what they are called."""
    found = {}
    for name, page in _PAGES.items():
        try:
            page(Random(0), known)  # noqa: S311 (chooses pages)
        except (NoReverseMatch, IndexError):
            continue
        found[name] = page
    return found


def missing(known: Known) -> list[str]:
    """Pages that this node has not, or has nothing to show on."""
    return [name for name in _PAGES if name not in pages(known)]


def _of_large(route: str, query: str = "") -> Page:
    return lambda _random, known: reverse(route, args=[known.large]) + query


def _of_some(route: str) -> Page:
    return lambda random, known: reverse(route, args=[random.choice(known.projects)])


_PAGES: dict[str, Page] = {
    "projects": lambda _random, _known: reverse("projects"),
    "a project": _of_some("project"),
    "the largest project": _of_large("project"),
    "results of a project": _of_some("results"),
    "results with 400 periods": _of_large("results"),
    "an indicator": lambda random, known: reverse("indicator", args=random.choice(known.indicators)),
    "activities, first page": lambda _random, _known: reverse("activities"),
    "activities, some later page": lambda random, _known: f"{reverse('activities')}?page={random.randrange(2, 700)}",
    "activities, of a kind, state and country": lambda random, _known: (
        f"{reverse('activities')}?kind={random.choice(KINDS)}&state={random.choice(STATES)}"
        f"&country={random.choice(COUNTRIES)}"
    ),
    "activities, of a project": lambda random, known: (
        f"{reverse('activities')}?project={random.choice(known.projects)}"
    ),
    "activities, with words": lambda random, _known: f"{reverse('activities')}?q={random.choice(WORDS)}",
    "activities, a month": lambda random, _known: (
        f"{reverse('activities-month')}?at={random.randrange(2022, 2026)}-{random.randrange(1, 13):02d}"
    ),
    "activities of a project, chart": _of_some("project-activities"),
    "activities of the largest project, chart": _of_large("project-activities"),
    "an activity": lambda random, known: reverse("activity", args=random.choice(known.activities)),
    "people at an activity": lambda random, known: reverse("people", args=random.choice(known.activities)),
    "people at the most crowded activity": lambda _random, known: reverse("people", args=known.crowded),
    "budget": _of_some("budget"),
    "budget of the largest project": _of_large("budget"),
    "a budget line": lambda random, known: reverse("budget-line", args=random.choice(known.lines)),
    "teams": _of_some("project-teams"),
    "decisions": _of_some("project-decisions"),
    "decisions of the largest project": _of_large("project-decisions"),
    "papers": _of_some("project-papers"),
    "a paper": lambda random, known: reverse("paper", args=random.choice(known.papers)),
    "published papers": lambda _random, _known: reverse("papers"),
}


def _rows(sql: str, *, needs: str = "") -> list[Any]:
    """None where the table that it `needs` is not there."""
    if needs and needs not in connection.introspection.table_names():
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()
