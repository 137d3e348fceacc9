"""Loading the demonstration world's direct contacts by the same actions as people use. Every one is made up."""

from __future__ import annotations

from django.db import transaction

from comity.atlas.queries.country import AuthorityView, country_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.upkeep.actions.confirm_contact import confirm_contact
from comity.upkeep.actions.record_contact import record_contact
from comity.upkeep.models import ContactDetail
from comity.upkeep.rules.contact import ContactKind

SOURCE = "Demonstration: nobody answers there"
DIALLING = {"AM": "374 10", "AZ": "994 12", "GE": "995 32", "MD": "373 22", "UA": "380 44"}
"""Numbers of noughts, which no network gives out; mailboxes of a domain that is kept for examples."""

UNCONFIRMED = "MD"


@transaction.atomic
def load_contacts(officer: User, editor: User) -> None:
    """`officer` records a number and a mailbox for each point of contact, `editor` confirms them, save one country's.
    Does nothing where somebody has begun."""
    if ContactDetail.objects.exists():
        return
    snapshot, today = node_snapshot(), clock.today(officer.zone)
    for code, dialling in DIALLING.items():
        country = CountryCode(code)
        try:
            point = next(filter(_is_point, country_view(snapshot, country, today).authorities), None)
        except LookupError:
            continue
        if point is None:
            continue
        note = "Day and night, in English."
        for kind, value in (
            (ContactKind.TELEPHONE, f"+{dialling} 000 00 00"),
            (ContactKind.MAILBOX, f"duty@{code.lower()}.example.net"),
        ):
            number = record_contact(country, point.id, kind=kind, value=value, source=SOURCE, note=note, by=officer)
            if code != UNCONFIRMED:
                confirm_contact(number, by=editor)


def _is_point(one: AuthorityView) -> bool:
    return one.exists and any(part.current and part.function.startswith("24/7") for part in one.competences)
