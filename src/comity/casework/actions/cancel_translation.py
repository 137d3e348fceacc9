"""Cancelling a sworn translation that is not needed any more."""

from __future__ import annotations

from django.db import transaction

from comity.casework.actions.redo_translation import give_back
from comity.casework.rules.bundle.translation import TranslationVerb
from comity.people.models.user import User


@transaction.atomic
def cancel_translation(reference: str, number: int, reason: str, *, by: User) -> None:
    """What was delivered no longer goes along. Raises NotFound; NotAllowed; Refused without a reason."""
    give_back(reference, number, TranslationVerb.CANCEL, reason, by)
