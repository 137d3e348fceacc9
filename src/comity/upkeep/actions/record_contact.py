"""Recording how an authority's office is reached directly. It counts once a second person has confirmed it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.atlas.queries.country import country_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.upkeep.models import ContactDetail
from comity.upkeep.rules.contact import (
    KEEPERS,
    checked_day,
    checked_kind,
    checked_note,
    checked_source,
    checked_value,
)
from comity.upkeep.rules.contact_events import ContactRecorded, contacts_subject


@transaction.atomic
def record_contact(
    country: CountryCode,
    authority: str,
    *,
    kind: str,
    value: str,
    source: str,
    note: str = "",
    checked: date | None = None,
    by: User,
) -> int:
    """The detail's number. `authority` is its id in the atlas; `checked` the day it was compared with its source
    (default: today where `by` is). Raises NotEntitled, or Refused with a sentence for the field at fault."""
    require(by, *KEEPERS)
    today = clock.today(by.zone)
    named = _name(country, authority, today)
    means = checked_kind(kind)
    kept = checked_value(means, value)
    standing = ContactDetail.objects.filter(country=country, authority=authority, kind=means, value=kept)
    if standing.filter(withdrawn_at=None).exists():
        raise Refused(
            "value",
            say(
                "“{value}” is recorded for {office} already. If it still holds, confirm it there.",
                value=kept,
                office=named,
            ),
        )
    row = ContactDetail.objects.create(
        country=country,
        authority=authority,
        authority_name=named,
        kind=means,
        value=kept,
        note=checked_note(note),
        source=checked_source(source),
        checked=checked_day(checked or today, today),
        recorded_at=clock.now(),
        recorded_by=by,
    )
    record(
        ContactRecorded(subject=contacts_subject(country), number=row.pk, authority=authority, kind=means),
        actor=by.actor,
    )
    return row.pk


def _name(country: CountryCode, authority: str, day: date) -> str:
    try:
        view = country_view(node_snapshot(), country, day)
    except LookupError:
        raise Refused(
            "authority", say("The atlas knows nothing of {country}.", country=country_in_sentence(country))
        ) from None
    for one in view.authorities:
        if one.id == authority and one.exists:
            return one.name
    raise Refused(
        "authority",
        say("Choose an authority that the atlas names in {country} today.", country=country_in_sentence(country)),
    )
