"""Noting who certified a sworn translation, and on what day."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.casework.actions.change_bundle import open_bundle, translation_numbered
from comity.casework.actions.keep_attachment import printable
from comity.casework.actions.move_translation import may_move, move_translation
from comity.casework.rules.bundle.translation import TranslationVerb
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.models.user import User


@transaction.atomic
def certify_translation(reference: str, number: int, *, who: str, on: date, by: User) -> None:
    """`who` are words: a sworn translator, a notary, a court. Raises NotFound, NotAllowed, Refused."""
    request = open_bundle(reference, by=by)
    row = translation_numbered(request, number)
    may_move(row, TranslationVerb.CERTIFY)
    words = printable(who, "certified_by", say("Certified by"))
    if on > clock.today(by.zone):
        raise refused(
            "certified_on", say("Certified on"), say("This day has not come yet. Give the day on the certificate.")
        )
    row.certified_by, row.certified_on = words, on
    move_translation(request, row, TranslationVerb.CERTIFY, file=row.file, by=by)
