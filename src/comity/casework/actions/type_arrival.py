"""Keeping what a person types about something that arrived, before it is registered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from comity.casework.models.arrival import Arrival
from comity.casework.queries.arrivals import own_arrival
from comity.casework.rules.arrival.setting_aside import SET_ASIDE_ALREADY
from comity.casework.rules.forged import forged
from comity.casework.rules.refusal import Refused, refused
from comity.casework.rules.registry import kinds
from comity.casework.rules.translations import spec_of
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def type_arrival(
    identity: UUID, *, kind: str, content: Mapping[str, Any], answers: Mapping[str, str] | None = None, by: User
) -> None:
    """Set the kind, the fields in `content` and the page's `answers`; the other fields stay as they were.

    A field that the kind does not have is dropped when the kind changes. Raises NotFound; NotEntitled; Refused for an
    unknown kind, a value that no form of ours sends, and what was set aside.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    row = own_arrival(Arrival.objects.select_for_update(of=("self",), no_key=True), by, identity)
    if row.request_id is not None:
        return
    if row.set_aside_at is not None:
        raise refused("", say("Set aside"), said(SET_ASIDE_ALREADY))
    declared = kinds().get(kind)
    if declared is None:
        raise refused(
            "kind", say("Kind of request"), say("Nothing says what kind of request it is. Choose one from the list.")
        )
    if strange := forged(declared, content):
        raise Refused(*strange)
    merged = {**row.typed["content"], **content}
    row.typed = {
        "kind": kind,
        "content": {name: value for name, value in merged.items() if spec_of(declared, name)},
        "answers": {**row.typed["answers"], **(answers or {})},
    }
    row.save(update_fields=["typed"])
