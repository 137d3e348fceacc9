"""Teams with their seats, and what meetings decided. Changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.recommendations import RecommendationList
from comity.kernel.country import CountryCode
from comity.programme.models import Activity, Decision, Membership, Team
from comity.programme.queries.activity_line import of_project
from comity.programme.queries.paged import Paged
from comity.programme.rules.decision import DecisionKind, list_name
from comity.programme.rules.team import MemberRole, TeamKind


@dataclass(frozen=True, slots=True)
class Seat:
    """`sits`: on the day asked about."""

    number: int
    post: str
    institution: str
    country: str
    role: MemberRole
    starts: date
    ends: date | None
    sits: bool


@dataclass(frozen=True, slots=True)
class TeamView:
    number: int
    kind: TeamKind
    title: str
    country: str
    seats: tuple[Seat, ...]

    @property
    def sitting(self) -> int:
        return sum(seat.sits for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An activity that decided something. `list_name` is that of its tracked recommendations, empty before."""

    code: str
    title: str
    when: date
    decisions: tuple[tuple[str, DecisionKind, str], ...]
    list_name: str
    untracked: int


def teams_of(project: str, today: date) -> tuple[TeamView, ...]:
    """Two queries."""
    rows = Team.objects.filter(project__code=project).prefetch_related(
        Prefetch("memberships", Membership.objects.order_by("country", "starts", "id"))
    )
    return tuple(_team(row, today) for row in rows)


def team_titles(project: str) -> tuple[str, ...]:
    """What the project's teams are called."""
    return tuple(Team.objects.filter(project__code=project).values_list("title", flat=True))


def _team(row: Team, today: date) -> TeamView:
    return TeamView(
        row.pk,
        TeamKind(row.kind),
        row.title,
        _name(row.country),
        tuple(
            Seat(
                number=seat.pk,
                post=seat.post,
                institution=seat.institution,
                country=_name(seat.country),
                role=MemberRole(seat.role),
                starts=seat.starts,
                ends=seat.ends,
                sits=seat.starts <= today and (seat.ends is None or today <= seat.ends),
            )
            for seat in row.memberships.all()
        ),
    )


def _name(code: str) -> str:
    return CountryCode(code).english_name if code else ""


def meetings_of(project: str) -> Paged[Meeting]:
    """Those that decided something, the latest first, read as they are shown."""
    decided = Prefetch("decisions", Decision.objects.order_by("id"))
    held = Exists(Decision.objects.filter(activity=OuterRef("pk")))
    rows = Activity.objects.filter(of_project(project), held).select_related("project")
    lists = node_snapshot().recommendations

    def read(shown: QuerySet[Activity]) -> tuple[Meeting, ...]:
        return tuple(_meeting(row, lists) for row in shown)

    return Paged(rows.order_by("-ends", "id").prefetch_related(decided), read)


def _meeting(row: Activity, lists: Mapping[str, RecommendationList]) -> Meeting:
    name = list_name(row.project.code, row.code)
    held = lists.get(name)
    asked = [each for each in row.decisions.all() if each.kind == DecisionKind.RECOMMENDATION]
    return Meeting(
        code=row.code,
        title=row.title,
        when=row.ends,
        decisions=tuple((each.number, DecisionKind(each.kind), each.says) for each in row.decisions.all()),
        list_name=name if held else "",
        untracked=len(asked) - (len(held.recommendations) if held else 0),
    )


def open_meetings(project: str, today: date) -> tuple[tuple[str, str], ...]:
    """Code and title of the activities that can have decided something: they have begun."""
    rows = Activity.objects.filter(project__code=project, starts__lte=today).order_by("-ends", "id")
    return tuple(rows.values_list("code", "title")[:500])
