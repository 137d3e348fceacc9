"""One case by its reference, for the door of actions: the rule of `visible`, written as SQL once for each process.

Whoever drafts a hundred requests a second asks this a hundred times, and writing the SQL takes longer than running it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection

from comity.casework.models.case import Case
from comity.casework.queries.visible import CASE_ROLES, visible_cases
from comity.people.models.user import User
from comity.people.rules.roles import Role

_ANYBODY = -1
_ANYTHING = "?"
"""Stand in the SQL where the user and the reference come. No row has them."""


def visible_case(user: User, reference: str, held: frozenset[Role]) -> Case | None:
    """The case, where `user`, whose roles are `held`, may see it; None for a hidden one and for none alike."""
    if not held & CASE_ROLES:
        return None
    sql, places = _prepared()
    values: dict[Any, Any] = {_ANYBODY: user.pk, _ANYTHING: reference}
    with connection.cursor() as cursor:
        cursor.execute(sql, [values.get(place, place) for place in places])
        row = cursor.fetchone()
    return None if row is None else Case.from_db(connection.alias, _COLUMNS, row)


_COLUMNS = [field.attname for field in Case._meta.concrete_fields]


@cache
def _prepared() -> tuple[str, tuple[Any, ...]]:
    """`visible_cases` for anybody, and what stands at each place."""
    rows = visible_cases(User(pk=_ANYBODY), held=CASE_ROLES).filter(reference=_ANYTHING).order_by()
    sql, places = rows.query.sql_with_params()
    return sql, tuple(places)
