"""A project on one sheet: its results, its achievements as its documents state them, and its activities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from comity.atlas.queries.fact import FactView
from comity.programme.models import Activity, Result
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.queries.paged import Paged
from comity.programme.queries.project_words import ProjectWords, Said, project_words
from comity.programme.queries.projects import ProjectHead


@dataclass(frozen=True, slots=True)
class ResultLine:
    """An expected result of the framework; `fact` is its source, while its words are those of the documents."""

    number: str
    says: str
    fact: FactView | None = None


Sourced = tuple[tuple[str, FactView | None], ...]


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """`words` are those of the project's pack, with their sources. `budget`, `duration`, `area` and `objective` are its
    statements that still hold here, None where there is none or the node says otherwise. `activities` in the order of
    their days, read as they are shown."""

    words: ProjectWords
    budget: Said | None
    duration: Said | None
    area: Said | None
    objective: Said | None
    funders: Sourced
    implementers: Sourced
    partners: Sourced
    results: tuple[ResultLine, ...]
    activities: Sequence[ActivityLine]


def project_sheet(head: ProjectHead, today: date) -> ProjectSheet:
    """One query, and two for a page of activities, whatever the project."""
    words = project_words(head, today)
    stated = {(str(number), said.says): said.fact for number, said in words.results}
    return ProjectSheet(
        words=words,
        budget=words.holding("budget"),
        duration=words.holding("duration"),
        area=words.holding("area"),
        objective=words.holding("objective"),
        funders=words.sourced("funders", head.funders),
        implementers=words.sourced("implementers", head.implementers),
        partners=words.sourced("partners", head.partners),
        results=tuple(replace(row, fact=stated.get((row.number, row.says))) for row in project_results(head.code)),
        activities=Paged(Activity.objects.filter(of_project(head.code)), partial(activity_lines, today=today)),
    )


def project_results(code: str) -> tuple[ResultLine, ...]:
    """The expected results of a project, without their sources; one query."""
    return tuple(ResultLine(row.number, row.says) for row in Result.objects.filter(project__code=code, parent=None))
