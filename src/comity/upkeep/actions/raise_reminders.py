"""Reminding the owners of countries, once a week, of facts that ought to be compared with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from procrastinate.contrib.django import app

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.upkeep.models import CountryOwner, UpkeepReminder
from comity.upkeep.queries.staleness import country_staleness
from comity.upkeep.rules.events import UpkeepReminderRaised


@app.periodic(cron="41 * * * *")
@app.task(name="upkeep:raise-reminders", queue="housekeeping", lock="upkeep:raise-reminders")
def raise_reminders_hourly(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    raise_reminders()


def raise_reminders() -> int:
    """Remind each owner who has not been this week, and has something due. Returns how many were reminded."""
    owners: dict[User, list[str]] = {}
    for row in CountryOwner.objects.select_related("user"):
        owners.setdefault(row.user, []).append(row.country)
    return sum(_remind(user, countries) for user, countries in owners.items() if Role.EDITOR in roles_of(user))


def monday_of(day: date) -> date:
    """The Monday on which the day's week begins."""
    return day - timedelta(days=day.weekday())


def _remind(user: User, countries: list[str]) -> int:
    today = clock.today(user.zone)
    due = {country: count for country in countries if (count := _due(country, today))}
    return _raised(user, monday_of(today), due) if due else 0


def _due(country: str, day: date) -> int:
    figure = country_staleness(node_snapshot(), day).get(country)
    return figure.due if figure else 0


@transaction.atomic
def _raised(user: User, week: date, due: Mapping[str, int]) -> int:
    reminder, fresh = UpkeepReminder.objects.get_or_create(
        user=user, week=week, defaults={"countries": dict(due), "raised_at": clock.now()}
    )
    if fresh:
        event = UpkeepReminderRaised(subject=f"user:{user.pk}", week=week.isoformat(), countries=reminder.countries)
        record(event, actor=SYSTEM)
    return int(fresh)
