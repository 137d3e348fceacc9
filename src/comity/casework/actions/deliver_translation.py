"""Noting that a sworn translation was delivered: its file goes along, and waits to be certified."""

from __future__ import annotations

from django.db import transaction

from comity.casework.actions.add_attachment import record_added
from comity.casework.actions.change_bundle import open_bundle, translation_numbered
from comity.casework.actions.keep_attachment import Given, keep_attachment, look_into
from comity.casework.actions.move_translation import may_move, move_translation
from comity.casework.queries.going_along import going_along
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationVerb
from comity.kernel.language import language_name
from comity.kernel.words import English, speaking
from comity.people.models.user import User


def deliver_translation(reference: str, number: int, content: bytes, *, name: str, title: str = "", by: User) -> int:
    """The number of the attachment that it is. Raises NotFound; NotAllowed; Refused for a file that is not taken."""
    request = open_bundle(reference, by=by, lock=False)
    may_move(translation_numbered(request, number), TranslationVerb.DELIVER)
    return _deliver(reference, number, look_into(content, name), title, by)


@transaction.atomic
def _deliver(reference: str, number: int, given: Given, title: str, by: User) -> int:
    request = open_bundle(reference, by=by)
    row = translation_numbered(request, number)
    may_move(row, TranslationVerb.DELIVER)
    with speaking(English()):  # a title that is kept, and stands on the letter
        words = f"Translation of {going_along(request).words(row.of_id)} into {language_name(row.language)}"
    file = keep_attachment(
        request,
        given,
        sort=Nature.SWORN,
        title=title or words,
        language=row.language,
        translates=row.of,
        by=by,
    )
    move_translation(request, row, TranslationVerb.DELIVER, file=file, by=by)
    record_added(request, file, by)
    return file.number
