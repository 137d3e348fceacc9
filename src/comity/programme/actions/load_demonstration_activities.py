"""Made-up activities of a made-up project around today, for the demonstration: exact and rough days, in doubt, held, in
each other's way. Adds them once."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.programme.actions.admit_member import Seat, admit_member
from comity.programme.actions.attach_document import attach_document
from comity.programme.actions.create_project import create_project
from comity.programme.actions.form_team import form_team
from comity.programme.actions.move_activity import move_activity
from comity.programme.actions.plan_activity import plan_activity
from comity.programme.models import Project
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.project_draft import ProjectDraft
from comity.programme.rules.team import MemberRole, TeamKind

CODE = "demonstration"
REGION = ("AM", "AZ", "GE", "MD", "UA")
OFFICE = "Programme office (demonstration)"
_AGENDA = b"Agenda of a made-up workshop\n\n1. Requests for preservation\n2. Answers within a day\n3. What went wrong\n"


@transaction.atomic
def load_demonstration_activities(officer: User) -> None:
    """By the demonstration's programme officer."""
    if Project.objects.filter(code=CODE).exists():
        return
    today = clock.today()
    create_project(CODE, _draft(today), by=officer)
    held = _plan(officer, "Workshop on requests for preservation", ActivityKind.WORKSHOP, today, -24, 1, "GE", ("GE",))
    move_activity(CODE, held, ActivityState.CONFIRMED, version=1, by=officer)
    move_activity(CODE, held, ActivityState.HELD, version=2, by=officer)
    said = "Twenty-two officers of points of contact tried the templates; four need a key for signatures."
    move_activity(CODE, held, ActivityState.REPORTED, outcome=said, version=3, by=officer)
    attach_document(CODE, held, _AGENDA, name="agenda.txt", title="Agenda", public=True, by=officer)
    team = form_team(CODE, TeamKind.COUNTRY, "Country team, Republic of Moldova", CountryCode("MD"), by=officer)
    seat = Seat("head of the 24/7 point of contact", "Ministry", None, MemberRole.CHAIR, date(today.year, 1, 1))
    admit_member(team, seat, by=officer)
    both = ("Country team, Republic of Moldova",)
    mission = "Advisory mission on 24/7 operations"
    _plan(officer, mission, ActivityKind.ADVISORY_MISSION, today, 16, 2, "MD", ("MD",), teams=both)
    _plan(officer, "Training of prosecutors", ActivityKind.TRAINING, today, 17, 3, "MD", ("MD", "UA"), teams=both)
    meeting = _plan(officer, "Regional meeting of points of contact", ActivityKind.REGIONAL_MEETING, today, 40, 1, "GE")
    move_activity(CODE, meeting, ActivityState.CONFIRMED, version=1, by=officer)
    _rough(officer, "Study on answers of service providers", ActivityKind.STUDY, today, Precision.MONTHS, 95)
    _rough(officer, "Coordination exercise", ActivityKind.EXERCISE, today, Precision.MONTH, None, unconfirmed=True)


def _draft(today: date) -> ProjectDraft:
    return ProjectDraft(
        name="Demonstration project",
        theme="Made up, to try things on",
        objective="That a first visitor sees what a project looks like here.",
        starts=date(today.year, 1, 1),
        ends=date(today.year + 1, 12, 31),
        countries=REGION,
        implementers=(OFFICE,),
    )


def _plan(
    officer: User,
    title: str,
    kind: ActivityKind,
    today: date,
    begins: int,
    more: int,
    host: str,
    countries: tuple[str, ...] = REGION,
    teams: tuple[str, ...] = (),
) -> str:
    starts = today + timedelta(days=begins)
    words = ActivityWords(
        title=title,
        kind=kind,
        starts=starts,
        ends=starts + timedelta(days=more),
        host=host,
        countries=countries,
        organisers=(OFFICE,),
        teams=teams,
    )
    return plan_activity(CODE, words, by=officer)


def _rough(
    officer: User,
    title: str,
    kind: ActivityKind,
    today: date,
    precision: Precision,
    lasts: int | None,
    *,
    unconfirmed: bool = False,
) -> None:
    starts = today + timedelta(days=45)
    ends = starts + timedelta(days=lasts) if lasts else None
    words = ActivityWords(
        title, kind, starts, ends, precision=precision, unconfirmed=unconfirmed, countries=REGION, organisers=(OFFICE,)
    )
    plan_activity(CODE, words, by=officer)
