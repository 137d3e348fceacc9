"""The follow-ups that rest on an activity of a programme, by how they name it. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from comity.kernel.country import CountryCode
from comity.stateofplay.models import FollowUp
from comity.stateofplay.rules.follow_up import FollowUpStatus


@dataclass(frozen=True, slots=True)
class Resting:
    """Where it stands; list and number name the recommendation."""

    list_id: str
    number: str
    country: str
    country_name: str
    status: FollowUpStatus


def follow_ups_by_activity(ending: str) -> tuple[Resting, ...]:
    """`ending` is how the text of such a follow-up ends: “(project/activity)”."""
    rows = FollowUp.objects.filter(activity__endswith=ending).order_by("list_id", "number", "country")[:200]
    return tuple(
        Resting(row.list_id, row.number, row.country, CountryCode(row.country).english_name, FollowUpStatus(row.status))
        for row in rows
    )
