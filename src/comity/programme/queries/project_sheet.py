"""A project on one sheet: its results, its achievements as its documents state them, and its activities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from comity.programme.models import Activity, Result
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.queries.paged import Paged
from comity.programme.queries.projects import ProjectWords, project_words


@dataclass(frozen=True, slots=True)
class ResultLine:
    """An expected result of the framework."""

    number: str
    says: str


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """`words` are those of the project's pack, with their sources; `activities` in the order of their days, read as
    they are shown."""

    words: ProjectWords
    results: tuple[ResultLine, ...]
    activities: Sequence[ActivityLine]


def project_sheet(code: str, today: date) -> ProjectSheet:
    """One query, and two for a page of activities, whatever the project."""
    return ProjectSheet(
        words=project_words(code, today),
        results=project_results(code),
        activities=Paged(Activity.objects.filter(of_project(code)), partial(activity_lines, today=today)),
    )


def project_results(code: str) -> tuple[ResultLine, ...]:
    """The expected results of a project; one query."""
    return tuple(ResultLine(row.number, row.says) for row in Result.objects.filter(project__code=code, parent=None))
