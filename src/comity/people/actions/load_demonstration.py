"""Loading the demonstration world's roster by the same actions as people use: one shift that runs, one handed over.

Goes back in time by holding the clock, never by writing rows. It leaves hours that nobody covers, since a roster must
show these.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction

from comity.kernel import clock
from comity.people.actions.hand_over_shift import hand_over_shift
from comity.people.actions.plan_shift import plan_shift
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.queries.roster import on_duty_now, shifts_between
from comity.people.rules.roles import Role
from comity.people.rules.shift import Span, days_of, local_span

NOTE = """\
Quiet night: no emergency.
Some counterparts have not been tested this quarter. Call those that stand first on the page “Test calls”."""

_CHANGE = time(8)


@transaction.atomic
def load_demonstration(officer: User) -> None:
    """`officer` is on duty now, was so the day before and is again in some of the days to come.

    Does nothing while anybody is on duty, so that each start of the node finds somebody there; nor for days on which
    somebody who tried things out has taken the officer's role.
    """
    if on_duty_now() or Role.DUTY_OFFICER not in roles_of(officer):
        return
    now = clock.now()
    here = now.astimezone(officer.zone)
    today = here.date() if here.time() >= _CHANGE else here.date() - timedelta(days=1)
    _yesterday(officer, today)
    for number, ends in ((0, _CHANGE), (1, time(20)), (3, _CHANGE)):
        _plan(officer, today + timedelta(days=number), ends)


def _yesterday(officer: User, today: date) -> None:
    span = local_span(today - timedelta(days=1), _CHANGE, _CHANGE, officer.zone)
    if shifts_between(span) or not _entitled(officer, span):
        return
    with clock.frozen(span.starts):
        number = plan_shift(officer, starts=span.starts, ends=span.ends, by=officer)
    with clock.frozen(_shortly_before(span)):
        hand_over_shift(number, NOTE, by=officer)


def _plan(officer: User, day: date, ends: time) -> None:
    span = local_span(day, _CHANGE, ends, officer.zone)
    if not shifts_between(span) and _entitled(officer, span):
        plan_shift(officer, starts=span.starts, ends=span.ends, by=officer)


def _entitled(officer: User, span: Span) -> bool:
    return all(Role.DUTY_OFFICER in roles_of(officer, day) for day in days_of(span, officer.zone))


def _shortly_before(span: Span) -> datetime:
    return span.ends - timedelta(minutes=10)
