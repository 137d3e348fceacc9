"""The roster: who is on duty, whose shifts come, which hours nobody covers. Plans nothing: the page does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ, caller
from comity.api.problem import refusal
from comity.api.values import Day
from comity.casework.queries.visible import CASE_ROLES
from comity.kernel import clock
from comity.people.queries.roles import roles_of
from comity.people.queries.roster import MOST, ShiftView, on_duty_now, shifts_between
from comity.people.rules.shift import span_of, uncovered

router = Router(tags=["Roster"])

_LONGEST = 31
_WEEK = 7
_YEARS = range(2000, 2200)


class Days(Schema):
    """Days, both included, by the clocks of the token's user; the seven from today if none is given."""

    since: Day | None = None
    until: Day | None = None


class Stretch(Schema):
    """From `starts` (included) to `ends` (excluded)."""

    starts: datetime
    ends: datetime


class Shift(Stretch):
    """One officer's shift. `note` is null until it is handed over, and for users who see no cases."""

    id: int
    username: str
    officer: str
    note: str | None
    handed_over_at: datetime | None
    handed_over_by: str | None


class Roster(Schema):
    """`on_duty` are the shifts that run now, whichever days were asked for; `nobody` is what no shift covers."""

    since: date
    until: date
    time_zone: str = Field(description="Whose days they are.")
    on_duty: list[Shift]
    shifts: list[Shift]
    nobody: list[Stretch]


@router.get("/roster", auth=READ, response=answers(Roster), summary="Who is on duty, and when")
def roster(request: HttpRequest, days: Annotated[Days, Query(...)]) -> Roster:
    """Open to whoever may sign in, as on the page; at most 31 days at once."""
    user = caller(request)
    since, until = _days(days, clock.now().astimezone(user.zone).date())
    asked = span_of(since, until, user.zone)
    found = shifts_between(asked)
    if len(found) >= MOST:
        raise refusal("until", f"There are {MOST} shifts or more in these days. Ask for fewer days at once.")
    notes = bool(roles_of(user) & CASE_ROLES)
    return Roster(
        since=since,
        until=until,
        time_zone=user.time_zone,
        on_duty=_shifts(on_duty_now(), notes=notes),
        shifts=_shifts(found, notes=notes),
        nobody=[Stretch(starts=gap.starts, ends=gap.ends) for gap in uncovered((shift.span for shift in found), asked)],
    )


def _days(asked: Days, today: date) -> tuple[date, date]:
    since = asked.since or asked.until or today
    until = asked.until or since + timedelta(days=_WEEK - 1) if since.year in _YEARS else since
    for field, day in (("since", since), ("until", until)):
        if day.year not in _YEARS:
            raise refusal(field, f"No roster reaches to the year {day.year}. Check the year.")
    if until < since:
        raise refusal("until", f"The last day, {until}, comes before the first, {since}. Exchange them.")
    if (until - since).days >= _LONGEST:
        raise refusal("until", f"These are {(until - since).days + 1} days. Ask for at most {_LONGEST} at once.")
    return since, until


def _shifts(found: Iterable[ShiftView], *, notes: bool) -> list[Shift]:
    return [
        Shift(
            id=shift.id,
            username=shift.username,
            officer=shift.officer,
            starts=shift.starts,
            ends=shift.ends,
            note=shift.note if notes and shift.handed_over_at else None,
            handed_over_at=shift.handed_over_at,
            handed_over_by=shift.handed_over_by,
        )
        for shift in found
    ]
