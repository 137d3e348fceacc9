"""Who is on duty now, this week, and with which words the last shift was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from comity.kernel import clock
from comity.people.models.shift import Shift
from comity.people.models.user import User
from comity.people.rules.shift import LATE_NOTE, Span

_SHOWN = 10
MOST = 500
"""Shifts of a week that a page shows: three officers at all times, in shifts of an hour, nearly fit."""


@dataclass(frozen=True, slots=True)
class ShiftView:
    """One shift: whose, from when to when (UTC), and its note where it was handed over."""

    id: int
    user_id: int
    username: str
    officer: str
    starts: datetime
    ends: datetime
    note: str
    handed_over_at: datetime | None
    handed_over_by: str | None

    @property
    def span(self) -> Span:
        return Span(self.starts, self.ends)


def on_duty_now() -> tuple[ShiftView, ...]:
    """The shifts that run now, the one that runs longest first, in one query. Empty where nobody is on duty."""
    return _views(_running().order_by("-ends", "pk"))


def on_duty_or_next() -> tuple[ShiftView, ...]:
    """The shifts that run now, or else the next one to begin, in one query."""
    now = clock.now()
    coming = _views(Shift.objects.filter(ends__gt=now).order_by("starts", "pk")[:_SHOWN])
    running = tuple(shift for shift in coming if shift.starts <= now)
    return running or coming[:1]


def shifts_between(within: Span) -> tuple[ShiftView, ...]:
    """The shifts that touch `within`, by their start, in one query: the roster of a week."""
    # The lower bound on the start lets an index serve: no shift is longer than a day and an hour.
    around = Q(starts__lt=within.ends, starts__gt=within.starts - timedelta(days=2), ends__gt=within.starts)
    return _views(Shift.objects.filter(around)[:MOST])


def shift_view(number: int) -> ShiftView | None:
    """One shift by its number, None where it is not on the roster."""
    return next(iter(_views(Shift.objects.filter(pk=number))), None)


def my_current_shift(user: User) -> ShiftView | None:
    """The shift of `user` that runs now."""
    return next(iter(_views(_running().filter(user=user))), None)


def shift_to_hand_over(user: User) -> ShiftView | None:
    """The shift of `user` whose note is wanted: the running one, else the last one if it ended within a day unnoted."""
    now = clock.now()
    mine = Shift.objects.filter(user=user, starts__lte=now)
    wanted = Q(ends__gt=now) | Q(ends__gt=now - LATE_NOTE, handed_over_at=None)
    return next(iter(_views(mine.filter(wanted).order_by("-ends"))), None)


def last_handover() -> ShiftView | None:
    """The shift that was handed over last, with its note."""
    return next(iter(handovers(1)), None)


def handovers(limit: int = _SHOWN) -> tuple[ShiftView, ...]:
    """The shifts handed over last, the newest first, in one query."""
    return _views(Shift.objects.filter(handed_over_at__isnull=False).order_by("-handed_over_at", "-pk")[:limit])


def _running() -> QuerySet[Shift]:
    now = clock.now()
    return Shift.objects.filter(starts__lte=now, ends__gt=now)


def _views(chosen: QuerySet[Shift]) -> tuple[ShiftView, ...]:
    return tuple(
        ShiftView(
            id=shift.pk,
            user_id=shift.user_id,
            username=shift.user.username,
            officer=shift.user.display_name,
            starts=shift.starts,
            ends=shift.ends,
            note=shift.note,
            handed_over_at=shift.handed_over_at,
            handed_over_by=shift.handed_over_by.display_name if shift.handed_over_by else None,
        )
        for shift in chosen.select_related("user", "handed_over_by")
    )
