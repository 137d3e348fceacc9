"""Entering the rate of exchange of a day, or correcting it. The rate before stays in the ledger."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.models import ExchangeRate
from comity.programme.rules.budget.written import RateWords, sound_rate
from comity.programme.rules.budget_events import RateSet, rate_subject
from comity.stateofplay.rules.refusal import ChangedMeanwhile


@transaction.atomic
def set_rate(words: RateWords, *, version: int = 0, by: User) -> None:
    """`version` is that of the rate one saw for the pair and the day, 0 for none.

    Raises NotEntitled, Refused with the field, ChangedMeanwhile.
    """
    require(by, Role.PROGRAMME_OFFICER)
    currency, quote, rate, day, source = sound_rate(words, clock.today(by.zone))
    row = ExchangeRate.objects.select_for_update().filter(currency=currency, quote=quote, day=day).first()
    if (row.version if row else 0) != version:
        raise ChangedMeanwhile
    was = f"{row.rate.normalize():f}" if row else ""
    kept = {"rate": rate, "source": source, "version": version + 1, "changed_at": clock.now(), "changed_by": by}
    if row is None:
        _create({"currency": currency, "quote": quote, "day": day, **kept})
    else:
        ExchangeRate.objects.filter(pk=row.pk).update(**kept)
    subject = rate_subject(currency, quote, day)
    record(RateSet(subject=subject, version=version + 1, rate=f"{rate:f}", was=was, source=source), actor=by.actor)


def _create(values: dict[str, object]) -> None:
    """Raises ChangedMeanwhile where somebody else was first."""
    try:
        with transaction.atomic():
            ExchangeRate.objects.create(**values)
    except IntegrityError:
        raise ChangedMeanwhile from None
