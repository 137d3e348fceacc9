"""What every step of a sworn translation has in common: from one state to the next, and the ledger told."""

from __future__ import annotations

from comity.casework.actions.change_bundle import changed_bundle
from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.models.translation import Translation
from comity.casework.rules.bundle.events import TranslationMoved
from comity.casework.rules.bundle.translation import (
    TranslationState,
    TranslationVerb,
    state_after,
    why_not_translation,
)
from comity.casework.rules.events import request_subject
from comity.casework.rules.transitions import NotAllowed
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User


def may_move(row: Translation, verb: TranslationVerb) -> TranslationState:
    """The state that `verb` leads to. Raises NotAllowed."""
    state = TranslationState(row.state)
    target = state_after(verb, state)
    if target is None:
        raise NotAllowed(why_not_translation(verb, state))
    return target


def move_translation(
    request: Request,
    row: Translation,
    verb: TranslationVerb,
    *,
    file: Attachment | None = None,
    reason: str = "",
    by: User,
) -> None:
    """The row in its next state, with `file` as what was delivered. Raises NotAllowed."""
    row.state = may_move(row, verb).value
    row.file, row.reason, row.changed_at = file, reason, clock.now()
    row.save()
    changed_bundle(request, by)
    event = TranslationMoved(
        subject=request_subject(request.reference),
        translation=row.number,
        language=row.language,
        state=row.state,
        digest=file.digest if file else "",
        reason=reason,
        version=request.version,
    )
    record(event, actor=by.actor)
