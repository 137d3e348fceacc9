"""The roster: who is on duty now, the last hand-over, and the week."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.casework.queries.visible import CASE_ROLES
from comity.kernel import clock
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.queries.roster import handovers, on_duty_or_next, shift_to_hand_over, shifts_between
from comity.people.rules.roles import Role
from comity.people.rules.shift import Span, week_of
from comity.web.components.duty import duty
from comity.web.components.week import days_of_week

PLANNERS = frozenset({Role.DUTY_OFFICER, Role.ADMINISTRATOR})
_WEEK = re.compile(r"(20\d\d)-W(\d\d)\Z")


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Open to everybody who signed in: whoever has a question must find the officer. The notes speak of cases, and are
    for those who see cases."""
    reader = person(request.user)
    now, zone = clock.now(), reader.zone
    shown = week_of(_day(request.GET.get("week", "")) or now.astimezone(zone).date(), zone)
    current = on_duty_or_next()
    roles = roles_of(reader)
    content = {
        "duty": duty(current, reader=reader.pk, zone=zone, now=now),
        "running": [shift for shift in current if shift.span.covers(now)],
        "next": next((shift for shift in current if not shift.span.covers(now)), None),
        "own": shift_to_hand_over(reader),
        "days": days_of_week(shown, shifts_between(shown), zone=zone, now=now),
        "week": _weeks(shown, zone, now),
        "notes": handovers() if CASE_ROLES & roles else (),
        "may_read": bool(CASE_ROLES & roles),
        "may_plan": bool(PLANNERS & roles),
        "may_hand_over": Role.DUTY_OFFICER in roles,
        "now": now,
    }
    return render(request, "web/roster/week.html", content)


def _day(text: str) -> date | None:
    """The Monday of “2026-W10”; None where the text names no week."""
    match = _WEEK.match(text)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def _weeks(shown: Span, zone: ZoneInfo, now: datetime) -> dict[str, object]:
    monday = shown.starts.astimezone(zone).date()
    return {
        "first": monday,
        "last": monday + timedelta(days=6),
        "before": _name(monday - timedelta(days=7)),
        "after": _name(monday + timedelta(days=7)),
        "current": shown.covers(now),
    }


def _name(day: date) -> str:
    return f"{day:%G}-W{day:%V}"
