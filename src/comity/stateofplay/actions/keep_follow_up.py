"""Saying where a country stands with a recommendation. The version before stays readable in the ledger."""

from __future__ import annotations

from dataclasses import asdict

from django.db import IntegrityError, transaction

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.recommendations import Addressee
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.stateofplay.models import FollowUp
from comity.stateofplay.rules.follow_up import FollowUpWords, checked
from comity.stateofplay.rules.follow_up_events import FollowUpKept, follow_up_subject
from comity.stateofplay.rules.refusal import ChangedMeanwhile


@transaction.atomic
def keep_follow_up(
    name: str, number: str, country: CountryCode, words: FollowUpWords, *, version: int, by: User
) -> None:
    """`version` is that of the follow-up one saw, 0 for none.

    Raises NotEntitled, NotFound, Refused with the field, ChangedMeanwhile.
    """
    require(by, Role.EDITOR)
    _expect_asked(name, number, country)
    said = asdict(checked(words))
    key = {"list_id": name, "number": number, "country": str(country)}
    row = FollowUp.objects.select_for_update().filter(**key).first()
    if (row.version if row else 0) != version:
        raise ChangedMeanwhile
    kept = {**said, "version": version + 1, "changed_at": clock.now(), "changed_by": by}
    if row is None:
        _create(key | kept)
    else:
        FollowUp.objects.filter(pk=row.pk).update(**kept)
    event = FollowUpKept(subject=follow_up_subject(name, number, country), version=version + 1, **said)
    record(event, actor=by.actor)


def _expect_asked(name: str, number: str, country: CountryCode) -> None:
    """Raises NotFound for no such recommendation or country, Refused where countries are not addressed."""
    snapshot = node_snapshot()
    found = snapshot.recommendations.get(name)
    asked = next((item for item in found.recommendations if item.number == number), None) if found else None
    if asked is None or country not in snapshot.countries:
        raise NotFound("recommendation")
    if asked.addressee is Addressee.COUNCIL:
        raise Refused("status", say("This recommendation is addressed to the Council of Europe, not to countries."))


def _create(values: dict[str, object]) -> None:
    """Raises ChangedMeanwhile where somebody else was first."""
    try:
        with transaction.atomic():
            FollowUp.objects.create(**values)
    except IntegrityError:
        raise ChangedMeanwhile from None
