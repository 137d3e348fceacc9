"""Granting travel support to a participant, or taking it back."""

from __future__ import annotations

import re
from decimal import Decimal

from django.db import transaction

from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import participant_for
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.people_events import TravelSupportGranted, participant_subject

MOST = Decimal("99999999.99")
_CURRENCY = re.compile(r"[A-Z]{3}\Z")


@transaction.atomic
def grant_travel(number: int, amount: Decimal | None, currency: str = "", *, by: User) -> None:
    """`amount` None takes it back. Raises NotEntitled, NotFound, Refused with the field."""
    row = participant_for(by, number)
    code = currency.strip().upper()
    if amount is not None:
        if not amount.is_finite() or not 0 < amount <= MOST or amount != amount.quantize(Decimal("0.01")):
            raise Refused("amount", say("Write an amount above zero with at most two decimals: 450.00."))
        if not _CURRENCY.match(code):
            raise Refused("currency", say("Write the currency in three letters: EUR."))
    row.travel_amount, row.travel_currency = amount, code if amount is not None else ""
    row.save(update_fields=["travel_amount", "travel_currency"])
    event = TravelSupportGranted(
        subject=participant_subject(row.pk),
        activity=activity_subject(row.activity.project.code, row.activity.code),
        amount="" if amount is None else f"{amount:.2f}",
        currency=row.travel_currency,
    )
    record(event, actor=by.actor)
