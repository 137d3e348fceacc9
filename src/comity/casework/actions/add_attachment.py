"""Adding an attachment to a request of ours, before anybody has approved it."""

from __future__ import annotations

from django.db import transaction

from comity.casework.actions.change_bundle import attachment_at, changed_bundle, open_bundle
from comity.casework.actions.keep_attachment import Given, keep_attachment, look_into
from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.models.translation import Translation
from comity.casework.rules.bundle.events import AttachmentAdded
from comity.casework.rules.bundle.languages import checked_language
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User


def add_attachment(
    reference: str,
    content: bytes,
    *,
    name: str,
    sort: str,
    title: str = "",
    language: str = "",
    of: int = 0,
    by: User,
) -> int:
    """The attachment's number. `of` is the place in the list of what a translation translates, 0 for the letter.

    A sworn translation is delivered with it, and waits to be certified. Raises NotFound; NotAllowed; Refused with what
    was found in the file and what to do.
    """
    open_bundle(reference, by=by, lock=False)
    if sort not in {one.value for one in Nature}:
        raise refused("sort", say("Nature"), say("Nothing says what it is. Choose one from the list."))
    what = Nature(sort)
    code = checked_language(language, required=what.is_translation)
    return _add(reference, look_into(content, name), what, title, code, of, by)


@transaction.atomic
def _add(reference: str, given: Given, sort: Nature, title: str, language: str, of: int, by: User) -> int:
    request = open_bundle(reference, by=by)
    translates = attachment_at(request, of) if sort.is_translation and of else None
    row = keep_attachment(request, given, sort=sort, title=title, language=language, translates=translates, by=by)
    changed_bundle(request, by)
    if sort is Nature.SWORN:
        _delivered(request, row, by)
    record_added(request, row, by)
    return row.number


def record_added(request: Request, row: Attachment, by: User) -> None:
    """The ledger's entry about an attachment that was just kept."""
    event = AttachmentAdded(
        subject=request_subject(request.reference),
        number=row.number,
        sort=row.sort,
        media_type=row.media_type,
        size=row.size,
        digest=row.digest,
        version=request.version,
    )
    record(event, actor=by.actor)


def _delivered(request: Request, row: Attachment, by: User) -> None:
    Translation.objects.create(
        request=request,
        number=request.translations.count() + 1,
        of=row.translates,
        language=row.language,
        state=TranslationState.DELIVERED.value,
        file=row,
        ordered_at=clock.now(),
        ordered_by=by,
        changed_at=clock.now(),
    )
