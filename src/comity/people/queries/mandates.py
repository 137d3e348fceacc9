"""By which right a user acts on a day, in words for a signature."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.queries.roles import covering
from comity.people.rules.roles import Role


def mandate_in_words(user: User, among: AbstractSet[Role], day: date) -> str:
    """The oldest mandate of `user` for one of the roles `among` that covers `day`: “Approver since 1 January 2026”."""
    rows = Mandate.objects.filter(covering(day), user=user, role__in=[*among]).order_by("valid_from", "pk")
    found = rows.values_list("role", "valid_from").first()
    return f"{Role(found[0]).label} since {found[1]:%-d %B %Y}" if found else ""
