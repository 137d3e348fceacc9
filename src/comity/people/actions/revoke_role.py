"""Taking a role from a user. The mandate ends; that it existed stays known."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.actions.keep_administrator import keep_administrator
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.events import RoleRevoked
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role


@transaction.atomic
def revoke_role(user: User, role: Role, *, from_day: date | None = None, by: User | None) -> None:
    """`user` has `role` no more from `from_day` (default: today where the user is) on.

    Mandates that would begin later end too, before their first day. `by` is an administrator, or None for the node's
    console. Raises NotEntitled, or Refused: nothing to revoke, or nobody else would be administrator.
    """
    actor = administrator(by)
    day = from_day or clock.today(user.zone)
    held = Mandate.objects.select_for_update(no_key=True)
    running = list(held.filter(Q(valid_to=None) | Q(valid_to__gt=day), user=user, role=role))
    if not running:
        raise Refused("role", f"{user.display_name} does not hold the role of {role.label.lower()} on {day} or later.")
    if role is Role.ADMINISTRATOR:
        keep_administrator(without=user, day=day)
    for mandate in running:
        mandate.valid_to = max(mandate.valid_from, day)
        mandate.save(update_fields=["valid_to"])
    record(RoleRevoked(subject=user.subject, username=user.username, role=role.value, from_day=day), actor=actor)
