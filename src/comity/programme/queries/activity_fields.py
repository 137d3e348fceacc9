"""An activity's words as the columns that keep them, with the rows that they name; and back. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.models import Activity, Project, Result, Team
from comity.programme.rules.activity_words import ActivityWords


@dataclass(frozen=True, slots=True)
class ActivityFields:
    """`columns` of the activity's own row, and the rows beside it."""

    columns: dict[str, Any]
    shared_with: Sequence[Project]
    teams: Sequence[Team]


def activity_fields(leading: Project, words: ActivityWords) -> ActivityFields:
    """Raises Refused for a result, a project or a team that is not there."""
    result = Result.objects.filter(project=leading, number=words.result).first() if words.result else None
    if words.result and result is None:
        raise Refused(
            "result",
            say(
                "{leading} has no result {result}. Choose one of its own.",
                leading=leading.name,
                result=words.result[:20],
            ),
        )
    shared = list(Project.objects.filter(code__in=words.shared_with).exclude(pk=leading.pk))
    missing = set(words.shared_with) - {project.code for project in shared} - {leading.code}
    if missing:
        raise Refused(
            "shared_with", say("There is no project {missing} here.", missing=", ".join(sorted(missing))[:100])
        )
    teams = list(leading.teams.filter(title__in=words.teams)) if words.teams else []
    if absent := set(words.teams) - {team.title for team in teams}:
        raise Refused(
            "teams",
            say(
                "{leading} has no team “{absent}”. Choose its own.",
                leading=leading.name,
                absent=", ".join(sorted(absent))[:100],
            ),
        )
    return ActivityFields(columns_of(words, result), shared, teams)


def columns_of(words: ActivityWords, result: Result | None) -> dict[str, Any]:
    """The columns of an activity that serves `result`."""
    return {
        "result": result,
        "kind": words.kind.value,
        "title": words.title,
        "venue": words.venue,
        "host": words.host,
        "countries": list(words.countries),
        "starts": words.starts,
        "ends": words.ends,
        "precision": words.precision.value,
        "unconfirmed": words.unconfirmed,
        "organisers": list(words.organisers),
        "expected": words.expected,
        "outcome": words.outcome,
    }


def words_of(row: Activity) -> ActivityWords:
    """What is kept of it, as words."""
    return ActivityWords(
        title=row.title,
        kind=ActivityKind(row.kind),
        starts=row.starts,
        ends=row.ends,
        precision=Precision(row.precision),
        unconfirmed=row.unconfirmed,
        result=row.result.number if row.result else "",
        venue=row.venue,
        host=row.host,
        countries=tuple(sorted(row.countries)),
        organisers=tuple(row.organisers),
        shared_with=tuple(sorted(row.shared_with.values_list("code", flat=True))),
        teams=tuple(sorted(row.teams.values_list("title", flat=True))),
        expected=row.expected,
        outcome=row.outcome,
    )
