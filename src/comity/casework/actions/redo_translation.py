"""Refusing a sworn translation that was delivered: its file no longer goes along, and another is awaited."""

from __future__ import annotations

from django.db import transaction

from comity.casework.actions.change_bundle import open_bundle, take_out, translation_numbered
from comity.casework.actions.move_translation import may_move, move_translation
from comity.casework.models.request import Request
from comity.casework.models.translation import Translation
from comity.casework.rules.bundle.translation import TranslationVerb
from comity.casework.rules.wording import paragraph
from comity.kernel.words import say
from comity.people.models.user import User


@transaction.atomic
def redo_translation(reference: str, number: int, reason: str, *, by: User) -> None:
    """`reason` is what is wrong with it. Raises NotFound, NotAllowed, Refused."""
    give_back(reference, number, TranslationVerb.REDO, reason, by)


def give_back(reference: str, number: int, verb: TranslationVerb, reason: str, by: User) -> None:
    """Without its file, in the state that `verb` leads to. Raises NotFound, NotAllowed, Refused."""
    request = open_bundle(reference, by=by)
    row = translation_numbered(request, number)
    may_move(row, verb)
    words = paragraph(reason, "reason", say("Reason"), 1000)
    _without_file(request, row, by)
    move_translation(request, row, verb, reason=words, by=by)


def _without_file(request: Request, row: Translation, by: User) -> None:
    file = request.attachments.defer("content").filter(translation=row).first()
    row.file, row.certified_by, row.certified_on = None, "", None
    if file:
        take_out(file, by)
