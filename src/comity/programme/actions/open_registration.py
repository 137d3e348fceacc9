"""Opening the registration for an activity, changing its terms, and closing it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import Activity, Participant, Registration
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.consent import NEWEST
from comity.programme.rules.participation import Asked
from comity.programme.rules.people_events import RegistrationClosed, RegistrationOpened
from comity.programme.rules.registering import KEPT_DAYS, checked_numbers, checked_span, erase_after
from comity.stateofplay.rules.refusal import ChangedMeanwhile

_BYTES = 24


@dataclass(frozen=True, slots=True)
class Terms:
    """`capacity` None: no limit is set. `asks`: what is asked beside name and e-mail address."""

    opens: date
    closes: date
    capacity: int | None = None
    asks: tuple[Asked, ...] = (Asked.INSTITUTION, Asked.COUNTRY)
    kept_days: int = KEPT_DAYS


@transaction.atomic
def open_registration(project: str, activity: str, terms: Terms, *, version: int = 0, by: User) -> str:
    """The token of the public link, the same after each change. `version` is that of the terms that the user read; 0
    where there were none.

    Raises NotEntitled, NotFound, Refused, ChangedMeanwhile.
    """
    row = activity_for(by, project, activity)
    if row.state == ActivityState.CANCELLED.value:
        raise Refused("opens", say("The activity is cancelled. Plan it anew first."))
    checked_span(terms.opens, terms.closes, row.ends)
    checked_numbers(terms.capacity, terms.kept_days)
    kept = Registration.objects.filter(activity=row).first()
    if version != (kept.version if kept else 0):
        raise ChangedMeanwhile
    if (
        kept
        and terms.kept_days > kept.kept_days
        and Participant.objects.filter(activity=row, consent_at__isnull=False).exists()
    ):
        raise Refused(
            "kept_days",
            say(
                "People agreed to {kept_days} days. Keep their data as long, or shorter.",
                kept_days=f"{kept.kept_days:,}",
            ),
        )
    kept = kept or Registration(activity=row, token=secrets.token_urlsafe(_BYTES), version=0)
    kept.opens, kept.closes, kept.closed_at = terms.opens, terms.closes, None
    kept.capacity, kept.asks, kept.kept_days = terms.capacity, [each.value for each in terms.asks], terms.kept_days
    kept.consent, kept.version = NEWEST, kept.version + 1
    kept.changed_at, kept.changed_by = clock.now(), by
    kept.save()
    Participant.objects.filter(activity=row, erased_at=None).update(erase_after=erase_after(row.ends, terms.kept_days))
    event = RegistrationOpened(
        subject=_subject(row),
        opens=terms.opens,
        closes=terms.closes,
        capacity=terms.capacity,
        asks=tuple(kept.asks),
        kept_days=terms.kept_days,
        consent=NEWEST,
    )
    record(event, actor=by.actor)
    return kept.token


@transaction.atomic
def close_registration(project: str, activity: str, *, by: User) -> None:
    """Ends it now. Raises NotEntitled, NotFound."""
    row = activity_for(by, project, activity)
    kept = Registration.objects.filter(activity=row).first()
    if kept is None:
        raise NotFound("registration")
    if kept.closed_at is not None:
        return
    kept.closed_at, kept.changed_at, kept.changed_by = clock.now(), clock.now(), by
    kept.version += 1
    kept.save(update_fields=["closed_at", "changed_at", "changed_by", "version"])
    record(RegistrationClosed(subject=_subject(row)), actor=by.actor)


def _subject(row: Activity) -> str:
    return activity_subject(row.project.code, row.code)
