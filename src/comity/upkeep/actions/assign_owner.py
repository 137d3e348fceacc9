"""Saying which editor looks after what the atlas says of a country; or that nobody does any more."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require, user_named
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.upkeep.models import CountryOwner
from comity.upkeep.rules.events import OwnerAssigned


@transaction.atomic
def assign_owner(country: CountryCode, username: str, *, by: User) -> None:
    """`username` is an editor's, or empty. Raises NotEntitled, Refused."""
    require(by, Role.EDITOR, Role.ADMINISTRATOR)
    owner = user_named(username) if username else None
    if owner and Role.EDITOR not in roles_of(owner):
        raise Refused(
            "owner",
            say("{name} is not an editor today, so could not act on a reminder.", name=owner.display_name),
        )
    standing = CountryOwner.objects.select_for_update().filter(country=country).first()
    if (standing.user_id if standing else None) == (owner.pk if owner else None):
        return
    if owner:
        kept = {"user": owner, "since": clock.now()}
        CountryOwner.objects.update_or_create(country=str(country), defaults=kept)
    elif standing:
        standing.delete()
    event = OwnerAssigned(subject=f"country:{country}", owner=owner.actor.reference if owner else "")
    record(event, actor=by.actor)
