"""Which roles a user has on a day. The only place that reads mandates for a decision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.db import connection
from django.db.models import Q

from comity.kernel import clock
from comity.people.models.user import User
from comity.people.rules.roles import Role

_asked: ContextVar[dict[tuple[int, date], frozenset[Role]] | None] = ContextVar("comity_roles_asked", default=None)


@contextmanager
def roles_asked_once() -> Iterator[None]:
    """Within, what a user holds on a day is read once. For what only reads, such as a page; never around an action."""
    token = _asked.set({})
    try:
        yield
    finally:
        _asked.reset(token)


def roles_of(user: User, day: date | None = None) -> frozenset[Role]:
    """The roles whose mandate covers `day` (default: today where the user is). None for a deactivated user."""
    if not user.is_active:
        return frozenset()
    day = day or clock.today(user.zone)
    asked = _asked.get()
    if asked is None:
        return _read(user, day)
    if (user.pk, day) not in asked:
        asked[user.pk, day] = _read(user, day)
    return asked[user.pk, day]


def _read(user: User, day: date) -> frozenset[Role]:
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [user.pk, day, day])
        return frozenset(Role(role) for (role,) in cursor.fetchall())


_HELD = """
SELECT role FROM people_mandate WHERE user_id = %s AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)
"""
"""`covering` in plain SQL: every action asks it, and writing the SQL took longer than running it."""


def covering(day: date) -> Q:
    """The condition on a mandate that it covers `day`."""
    return Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gt=day))
