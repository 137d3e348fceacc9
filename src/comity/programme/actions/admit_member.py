"""Admitting an office to a team, and ending its membership."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.models import Membership, Team
from comity.programme.rules.team import MemberRole, checked_span
from comity.programme.rules.team_events import MemberAdmitted, MembershipEnded, team_subject
from comity.programme.rules.texts import needed, text


@dataclass(frozen=True, slots=True)
class Seat:
    """`post` is an office: “duty officer”. Nobody's name is asked for."""

    post: str
    institution: str
    country: CountryCode | None
    role: MemberRole
    starts: date
    ends: date | None = None


@transaction.atomic
def admit_member(team: int, seat: Seat, *, by: User) -> int:
    """Raises NotEntitled, NotFound, Refused."""
    require(by, Role.PROGRAMME_OFFICER)
    row = Team.objects.select_for_update().filter(pk=team).first()
    if row is None:
        raise NotFound("team")
    checked_span(seat.starts, seat.ends)
    post = needed("post", seat.post, say("The office is needed."), 200)
    made = Membership.objects.create(
        team=row,
        post=post,
        institution=text("institution", seat.institution, 200),
        country=seat.country or row.country,
        role=seat.role.value,
        starts=seat.starts,
        ends=seat.ends,
    )
    event = MemberAdmitted(subject=team_subject(team), post=post, role=seat.role.value, starts=seat.starts)
    record(event, actor=by.actor)
    return made.pk


@transaction.atomic
def end_membership(member: int, ends: date, *, by: User) -> None:
    """`ends` is the last day. Raises NotEntitled, NotFound, Refused."""
    require(by, Role.PROGRAMME_OFFICER)
    row = Membership.objects.select_for_update().filter(pk=member).first()
    if row is None:
        raise NotFound("membership")
    checked_span(row.starts, ends)
    if row.ends is not None and row.ends <= ends:
        raise Refused("ends", say("This membership ended on {ends} already.", ends=row.ends))
    row.ends = ends
    row.save(update_fields=["ends"])
    record(MembershipEnded(subject=team_subject(row.team_id), post=row.post, ends=ends), actor=by.actor)
