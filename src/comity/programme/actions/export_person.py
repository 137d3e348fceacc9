"""Handing out all that is kept about a participant, on request: to themselves, or to the office for them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction

from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.people.models.user import User
from comity.programme.access import participant_for, self_for
from comity.programme.actions.register_person import VISITOR
from comity.programme.models import Participant
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.people_events import ParticipantExported, participant_subject
from comity.programme.rules.personal_link import number_of


@transaction.atomic
def export_person(number: int, *, by: User) -> dict[str, Any]:
    """Raises NotEntitled, NotFound."""
    return _exported(participant_for(by, number), by.actor)


@transaction.atomic
def export_myself(personal: str) -> dict[str, Any]:
    """Raises NotFound."""
    return _exported(self_for(number_of(personal, settings.ENV.secret("registration_key"))), VISITOR)


def _exported(row: Participant, actor: Actor) -> dict[str, Any]:
    subject = activity_subject(row.activity.project.code, row.activity.code)
    record(ParticipantExported(subject=participant_subject(row.pk), activity=subject), actor=actor)
    return {
        "activity": row.activity.title,
        "project": row.activity.project.name,
        "first_day": row.activity.starts.isoformat(),
        "last_day": row.activity.ends.isoformat(),
        "number": row.pk,
        "name": row.name,
        "email": row.email,
        "institution": row.institution,
        "country": row.country,
        "role": row.role,
        "state": row.state,
        "consent_version": row.consent,
        "consent_at": row.consent_at.isoformat() if row.consent_at else None,
        "travel_support_asked": row.travel_asked,
        "travel_support_amount": str(row.travel_amount) if row.travel_amount is not None else None,
        "travel_support_currency": row.travel_currency,
        "certificate": row.certificate,
        "certificate_issued": row.certified_on.isoformat() if row.certified_on else None,
        "entered_at": row.entered_at.isoformat(),
        "kept_until": row.erase_after.isoformat(),
    }
