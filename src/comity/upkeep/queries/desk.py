"""What keeping the atlas asks of an editor today: the week's reminder, what waits for review, what was reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.kernel.country_words import country_words
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.upkeep.models import UpkeepReminder
from comity.upkeep.queries.proposals import waiting_for
from comity.upkeep.queries.reports import reports_waiting


@dataclass(frozen=True, slots=True)
class ReminderView:
    """How many facts are due, by country, as counted when the week's reminder was raised."""

    number: int
    week: date
    countries: tuple[tuple[str, str, int], ...]

    @property
    def due(self) -> int:
        return sum(count for _, _, count in self.countries)


@dataclass(frozen=True, slots=True)
class UpkeepDesk:
    """`review` proposals wait for this editor, `returned` ones of their own came back, `reports` nobody answered."""

    reminder: ReminderView | None
    review: int
    returned: int
    reports: int

    @property
    def empty(self) -> bool:
        return not (self.reminder or self.review or self.returned or self.reports)


def upkeep_desk(user: User) -> UpkeepDesk | None:
    """None for whoever is no editor, without a query; else in three."""
    if Role.EDITOR not in roles_of(user):
        return None
    review, returned = waiting_for(user)
    return UpkeepDesk(_reminder(user), review, returned, reports_waiting())


def _reminder(user: User) -> ReminderView | None:
    """The latest one, unless it was seen."""
    row = UpkeepReminder.objects.filter(user=user).order_by("-week").first()
    if row is None or row.seen_at:
        return None
    countries = ((code, country_words(code), count) for code, count in sorted(row.countries.items()))
    return ReminderView(row.pk, row.week, tuple(countries))
