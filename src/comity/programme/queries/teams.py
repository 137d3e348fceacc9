"""Teams with their seats. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from comity.kernel.country_words import country_words
from comity.programme.models import Membership, Team
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
    return country_words(code) if code else ""
