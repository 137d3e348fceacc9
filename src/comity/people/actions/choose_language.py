"""A user's own choice of the language of pages, kept with the account for machines that do not know it yet."""

from __future__ import annotations

from django.db import transaction

from comity.kernel.languages import Language
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.events import LanguageChosen


@transaction.atomic
def choose_language(user: User, language: Language) -> None:
    """Choosing what is chosen already changes nothing, and leaves no entry."""
    if user.language == language.code:
        return
    user.language = language.code
    user.save(update_fields=["language"])
    record(LanguageChosen(subject=user.subject, username=user.username, language=language.code), actor=user.actor)
