"""Ordering a sworn translation of the letter or of an attachment."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.casework.actions.change_bundle import attachment_at, changed_bundle, open_bundle
from comity.casework.actions.keep_attachment import printable
from comity.casework.models.translation import Translation
from comity.casework.rules.bundle.events import TranslationOrdered
from comity.casework.rules.bundle.languages import checked_language
from comity.casework.rules.bundle.translation import TranslationState
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User


@transaction.atomic
def order_translation(
    reference: str,
    *,
    language: str,
    of: int = 0,
    translator: str = "",
    due_on: date | None = None,
    demanded: bool = False,
    by: User,
) -> int:
    """The translation's number. `of` is the place of an attachment in the list, 0 for the letter. With `demanded` the
    letter is neither approved nor signed before it is certified.

    Raises NotFound; NotAllowed; Refused, for a second order of the same too.
    """
    request = open_bundle(reference, by=by)
    code = checked_language(language, required=True)
    source = attachment_at(request, of) if of else None
    if due_on and due_on < clock.today(by.zone):
        raise refused("due_on", say("Due on"), say("This day is over. Give the day on which it will be delivered."))
    same = request.translations.filter(of=source, language=code).exclude(state=TranslationState.CANCELLED.value)
    if same.exists():
        raise refused(
            "language", say("Language"), say("This is ordered already. Look at the order, or cancel it first.")
        )
    row = Translation.objects.create(
        request=request,
        number=request.translations.count() + 1,
        of=source,
        language=code,
        translator=printable(translator, "translator", say("Translator"), required=False),
        demanded=demanded,
        due_on=due_on,
        ordered_at=clock.now(),
        ordered_by=by,
        changed_at=clock.now(),
    )
    changed_bundle(request, by)
    event = TranslationOrdered(
        subject=request_subject(request.reference),
        translation=row.number,
        of=source.number if source else 0,
        language=code,
        demanded=demanded,
        due_on=due_on,
        version=request.version,
    )
    record(event, actor=by.actor)
    return row.number
