"""A project on one sheet: its results, its achievements as its documents state them, and its activities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.programme.models import Activity, Result
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.queries.projects import ProjectWords, project_words


@dataclass(frozen=True, slots=True)
class ResultLine:
    """An expected result of the framework."""

    number: str
    says: str


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """`words` are those of the project's pack, with their sources; `activities` in the order of their days."""

    words: ProjectWords
    results: tuple[ResultLine, ...]
    activities: tuple[ActivityLine, ...]


def project_sheet(code: str, today: date) -> ProjectSheet:
    """Three queries, whatever the project."""
    return ProjectSheet(
        words=project_words(code, today),
        results=project_results(code),
        activities=activity_lines(Activity.objects.filter(of_project(code)).distinct(), today),
    )


def project_results(code: str) -> tuple[ResultLine, ...]:
    """The expected results of a project; one query."""
    return tuple(ResultLine(row.number, row.says) for row in Result.objects.filter(project__code=code, parent=None))
