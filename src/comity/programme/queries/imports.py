"""What imports are checked against, and uploads as pages show them. Changes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from comity.casework.rules.refusal import NotFound
from comity.kernel.words import say
from comity.programme.models import Activity, BudgetLine, ImportRun, Participant, Project, Registration, Result
from comity.programme.rules.importing.checked import Problem
from comity.programme.rules.importing.declaration import Known
from comity.programme.rules.importing.run import KEPT_FOR, Doing, ImportState
from comity.programme.rules.registering import MOST

RECENT = 10


@dataclass(frozen=True, slots=True)
class ImportLine:
    """An upload in a list: `rows` of its file, None before they are counted."""

    number: int
    name: str
    state: ImportState
    rows: int | None
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class ImportView:
    """`problems` are the first of `wrong`; they and the preview are gone once the upload waits no longer. `doing` is
    what the worker does with it, `problem` why the worker could not go on."""

    line: ImportLine
    what: str
    digest: str
    wrong: int
    problems: tuple[Problem, ...]
    labels: tuple[str, ...]
    preview: tuple[tuple[int, tuple[str, ...]], ...]
    erased_at: datetime
    done_at: datetime | None
    doing: Doing
    problem: str


def known_for_activities(project: Project) -> Known:
    """Codes, results and teams of the project, and the node's other projects."""
    return {
        "codes": frozenset(Activity.objects.filter(project=project).values_list("code", flat=True)),
        "results": frozenset(Result.objects.filter(project=project).values_list("number", flat=True)),
        "projects": frozenset(Project.objects.exclude(pk=project.pk).values_list("code", flat=True)),
        "teams": frozenset(project.teams.values_list("title", flat=True)),
    }


def known_for_budget_lines(project: Project) -> Known:
    """Headings and results of the project, its activities, shared ones too, and which result each of its own serves."""
    activities = Activity.objects.filter(Q(project=project) | Q(shared_with=project))
    own = Activity.objects.filter(project=project).exclude(result=None).values_list("code", "result__number")
    return {
        "headings": frozenset(BudgetLine.objects.filter(project=project).values_list("heading", flat=True)),
        "results": frozenset(Result.objects.filter(project=project).values_list("number", flat=True)),
        "activities": frozenset(activities.values_list("code", flat=True)),
        "serves": frozenset(f"{code} {number}" for code, number in own),
    }


def known_for_participants(project: Project) -> Known:
    """The project's activities with registration, who is on their lists, and how many more these take."""
    people = list(Participant.objects.filter(activity__project=project).values_list("activity__code", "email"))
    opened = Registration.objects.filter(activity__project=project).values_list("activity__code", flat=True)
    taken = Counter(activity for activity, _ in people)
    return {
        "open": frozenset(opened),
        "people": frozenset(f"{activity} {email}" for activity, email in people if email),
        "room": frozenset(f"{activity} {max(0, MOST - taken[activity])}" for activity in opened),
    }


def import_lines(project: str, what: str) -> tuple[ImportLine, ...]:
    """The youngest uploads."""
    rows = (
        ImportRun.objects.filter(project__code=project, what=what).select_related("made_by").defer("content", "found")
    )
    return tuple(_line(row) for row in rows[:RECENT])


def import_view(project: str, what: str, number: int) -> ImportView:
    """Raises NotFound."""
    rows = ImportRun.objects.filter(project__code=project, what=what, pk=number)
    row = rows.select_related("made_by").defer("content").first()
    if row is None:
        raise NotFound("import")
    found = row.found or {"problems": [], "labels": [], "preview": []}
    return ImportView(
        line=_line(row),
        what=row.what,
        digest=row.digest,
        wrong=row.wrong,
        problems=tuple(Problem(*each) for each in found["problems"]),
        labels=tuple(found["labels"]),
        preview=tuple((place, tuple(cells)) for place, cells in found["preview"]),
        erased_at=row.made_at + KEPT_FOR,
        done_at=row.done_at,
        doing=Doing(row.doing),
        problem=say(row.problem) if row.problem else "",
    )


def _line(row: ImportRun) -> ImportLine:
    return ImportLine(row.pk, row.name, ImportState(row.state), row.rows, row.made_at, row.made_by.display_name)
