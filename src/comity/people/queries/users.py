"""The users of this node, for pages and the command line. Says nothing of passwords."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from comity.kernel import clock
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.queries.roles import covering
from comity.people.rules.roles import Role


@dataclass(frozen=True, slots=True)
class MandateView:
    """A role from `valid_from` (included) to `valid_to` (excluded; None: until further notice)."""

    role: Role
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class UserView:
    """A user, and the mandates that run today or begin later; `created_at` in UTC."""

    id: int
    username: str
    display_name: str
    email: str
    time_zone: str
    is_active: bool
    created_at: datetime
    roles: frozenset[Role]
    mandates: tuple[MandateView, ...]


def users() -> list[UserView]:
    """All users, by username, in two queries."""
    return _views(User.objects.all())


def user_view(user: User) -> UserView:
    """One user as a page shows it."""
    return _view(user, list(Mandate.objects.filter(user=user)))


def users_with(role: Role, day: date | None = None) -> list[UserView]:
    """The active users who hold `role` on `day` (default: today in UTC), by username: whom one may ask to approve."""
    held = Mandate.objects.filter(covering(day or clock.today()), role=role).values("user_id")
    return _views(User.objects.filter(pk__in=held, is_active=True))


def _views(chosen: QuerySet[User]) -> list[UserView]:
    return [_view(user, list(user.mandates.all())) for user in chosen.order_by("username").prefetch_related("mandates")]


def _view(user: User, mandates: list[Mandate]) -> UserView:
    today = clock.today(user.zone)
    running = tuple(
        MandateView(Role(mandate.role), mandate.valid_from, mandate.valid_to)
        for mandate in sorted(mandates, key=lambda mandate: (mandate.valid_from, mandate.role))
        if mandate.valid_to is None or mandate.valid_to > max(today, mandate.valid_from)
    )
    held = (
        frozenset(mandate.role for mandate in running if mandate.valid_from <= today) if user.is_active else frozenset()
    )
    return UserView(
        id=user.pk,
        username=user.username,
        display_name=user.display_name,
        email=user.email,
        time_zone=user.time_zone,
        is_active=user.is_active,
        created_at=user.created_at,
        roles=held,
        mandates=running,
    )
