"""Putting a duty officer on the roster."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from comity.kernel import clock
from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.shift import Shift
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.events import ShiftPlanned
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.people.rules.shift import Span, check_span, days_of


@transaction.atomic
def plan_shift(user: User, *, starts: datetime, ends: datetime, by: User) -> int:
    """`user` answers from `starts` to `ends` (aware). Returns the shift's number.

    `by` is a duty officer or an administrator. Raises NotEntitled, or Refused: the shift is longer than a day by the
    user's clocks, over already or too far ahead; the user has no such role on one of its days, or is on duty then.
    """
    require(by, Role.DUTY_OFFICER, Role.ADMINISTRATOR)
    span = Span(starts.astimezone(UTC), ends.astimezone(UTC))
    check_span(span, user.zone, clock.now())
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)  # one plan at a time, so that two cannot overlap
    check_officer(user, span)
    check_free(user, span)
    shift = Shift.objects.create(user=user, starts=span.starts, ends=span.ends, created_at=clock.now())
    record(
        ShiftPlanned(subject=shift.subject, username=user.username, starts=span.starts, ends=span.ends), actor=by.actor
    )
    return shift.pk


def check_officer(user: User, span: Span) -> None:
    """Pass where `user` is duty officer on all days of `span`. Raises Refused, which names the first without."""
    for day in days_of(span, user.zone):
        if Role.DUTY_OFFICER not in roles_of(user, day):
            raise Refused(
                "user",
                say(
                    "{officer} is not a duty officer on {day}. Choose another officer or day, or have an administrator "
                    "give the role.",
                    officer=user.display_name,
                    day=day_words(day),
                ),
            )


def check_free(user: User, span: Span, *, but: int = 0) -> None:
    """Pass where no shift of `user` overlaps `span`, the one numbered `but` aside. Raises Refused."""
    clash = Shift.objects.filter(user=user, starts__lt=span.ends, ends__gt=span.starts).exclude(pk=but).first()
    if clash is not None:
        first, last = (moment.astimezone(user.zone) for moment in (clash.starts, clash.ends))
        raise Refused(
            "starts",
            say(
                "{officer} is on duty from {first} to {last} already. Choose another time, or cancel that shift first.",
                officer=user.display_name,
                first=f"{day_words(first.date())}, {first:%H:%M}",
                last=f"{day_words(last.date())}, {last:%H:%M}",
            ),
        )
