"""The guard of two other actions: a node always keeps somebody who can look after it."""

from __future__ import annotations

from datetime import date

from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.queries.roles import covering
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role


def keep_administrator(*, without: User, day: date) -> None:
    """Pass where somebody active but `without` is administrator on `day`; holds all administrators until then.

    The rows stay locked to the end of the transaction, so that two administrators cannot remove each other at once.
    Raises Refused.
    """
    held = Mandate.objects.filter(role=Role.ADMINISTRATOR).values("user_id")
    list(User.objects.select_for_update(no_key=True).filter(pk__in=held).order_by("pk"))
    others = Mandate.objects.filter(covering(day), role=Role.ADMINISTRATOR, user__is_active=True).exclude(user=without)
    if not others.exists():
        raise Refused(
            "role",
            f"{without.display_name} is the last administrator. Give somebody else that role first, so that the node"
            " keeps one.",
        )
