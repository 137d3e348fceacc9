"""Taking an attachment out again, before anybody has approved the request. The ledger keeps its hash."""

from __future__ import annotations

from django.db import transaction

from comity.casework.actions.change_bundle import attachment_numbered, changed_bundle, open_bundle, take_out
from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.rules.bundle.events import AttachmentRemoved
from comity.casework.rules.bundle.translation import TranslationState
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User


@transaction.atomic
def remove_attachment(reference: str, number: int, *, by: User) -> None:
    """Raises NotFound; NotAllowed; Refused for a sworn translation, which is redone or cancelled instead, and for what
    a translation is of."""
    request = open_bundle(reference, by=by)
    row = attachment_numbered(request, number)
    if hasattr(row, "translation"):
        raise refused(
            "",
            say("Attachment"),
            say("A sworn translation is not taken out: say that it must be redone, or cancel it."),
        )
    if _translated(request, row):
        raise refused(
            "", say("Attachment"), say("It is being translated, or has a translation here. Take that out first.")
        )
    take_out(row, by)
    changed_bundle(request, by)
    event = AttachmentRemoved(
        subject=request_subject(request.reference), number=row.number, digest=row.digest, version=request.version
    )
    record(event, actor=by.actor)


def _translated(request: Request, row: Attachment) -> bool:
    if row.translated.filter(removed_at=None).exists():
        return True
    return request.translations.filter(of=row).exclude(state=TranslationState.CANCELLED.value).exists()
