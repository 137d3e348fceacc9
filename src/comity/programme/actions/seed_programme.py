"""Filling a database with a made-up programme, for load tests. Writes rows past the other actions, by COPY; so it runs
only where nothing real can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db import connection, models, transaction
from django.db.models import Q

from comity.casework.models.case import Case
from comity.kernel import clock
from comity.ledger.actions.copy_rows import copy_rows, count_on, last_number
from comity.ledger.actions.record import record
from comity.ledger.actions.set_aside_indexes import set_aside_indexes
from comity.ledger.rules.actor import CONSOLE
from comity.people.actions.grant_role import grant_role
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.models import (
    Activity,
    BudgetLine,
    Commitment,
    Decision,
    ExchangeRate,
    Indicator,
    IndicatorPeriod,
    Membership,
    Participant,
    Payment,
    Project,
    Registration,
    Result,
    Study,
    StudyVersion,
    Team,
)
from comity.programme.rules.made_up.events import SUBJECT, ProgrammeMadeUp
from comity.programme.rules.made_up.numbers import Numbers
from comity.programme.rules.made_up.plan import Plan
from comity.programme.rules.made_up.programme import programme

TABLES: Mapping[str, type[models.Model]] = {
    "project": Project,
    "result": Result,
    "indicator": Indicator,
    "period": IndicatorPeriod,
    "activity": Activity,
    "shared": Activity.shared_with.through,
    "team": Team,
    "membership": Membership,
    "decision": Decision,
    "study": Study,
    "paper": StudyVersion,
    "rate": ExchangeRate,
    "line": BudgetLine,
    "commitment": Commitment,
    "payment": Payment,
    "registration": Registration,
    "participant": Participant,
}
"""As made-up rows name them, in the order in which they must be filled."""
OFFICER = "load-programme-officer-1"
_MANDATE_DAYS = 4000


class NotForSeeding(RuntimeError):
    """The database may hold something real. The text says what to do."""


@transaction.atomic
def seed_programme(
    projects: int,
    activities: int,
    participations: int = 0,
    *,
    seed: int = 1,
    onto: str = "",
    progress: Callable[[int], None] = lambda _done: None,
) -> None:
    """`projects` with `activities` and `participations` in all, and results, teams, decisions, papers and money, in one
    transaction.

    Deterministic by `seed` and the moment. `progress` is told how many projects are written. Raises NotForSeeding where
    somebody works with the database, unless `onto` names it.
    """
    _check(onto)
    _without_time_limit()
    now = clock.now()
    first = Project.objects.filter(code__startswith="load-").count() + 1
    plan = Plan(projects, activities, now, _officer().pk, first, participations)
    numbers = Numbers({name: last_number(table) for name, table in TABLES.items()})
    with set_aside_indexes(*(table._meta.db_table for table in TABLES.values())):
        for done, rows in enumerate(programme(plan, seed, numbers), 1):
            for name, table in TABLES.items():
                copy_rows(table, rows.get(name, ()))
            progress(done)
        for table in TABLES.values():
            count_on(table)
    record(ProgrammeMadeUp(subject=SUBJECT, projects=projects, activities=activities, seed=seed), actor=CONSOLE)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(table._meta.db_table for table in TABLES.values())}")


def _check(onto: str) -> None:
    """Projects as packs word them, which every node has, are nobody's work yet."""
    name = connection.settings_dict["NAME"]
    if onto and onto != name:
        raise NotForSeeding(
            f"The node's database is “{name}”, not “{onto}”. Set DATABASE_URL to the one that you mean."
        )
    worked_on = Project.objects.filter(Q(pack="") | Q(changed_by__isnull=False) | Q(version__gt=1))
    if not onto and (worked_on.exists() or Case.objects.exists()):
        raise NotForSeeding(
            f"The database “{name}” has projects or cases that somebody works on. Made-up projects cannot be taken out "
            f"again: seed an empty database, or name this one with --onto {name}."
        )


def _officer() -> User:
    """Who did all that is made up. Nobody can sign in as this user."""
    user, made = User.objects.get_or_create(
        username=OFFICER,
        defaults={
            "display_name": "Programme officer 1, load test",
            "time_zone": "Europe/Paris",
            "created_at": clock.now(),
        },
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        since = clock.today() - timedelta(days=_MANDATE_DAYS)
        grant_role(user, Role.PROGRAMME_OFFICER, valid_from=since, by=None)
    return user


def _without_time_limit() -> None:
    """An index over many rows takes longer than any page may wait."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL lock_timeout = 0")
