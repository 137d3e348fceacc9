"""What every change of what goes along with a request does to the request: who may, and that it is another version.

Whoever changes the bundle had a hand in the request, and so never approves it; whoever decides on an older version is
told.
"""

from __future__ import annotations

from comity.casework.access import request_for
from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.models.translation import Translation
from comity.casework.queries.going_along import going_along
from comity.casework.rules.bundle.closing import HANDS, why_closed
from comity.casework.rules.direction import Direction
from comity.casework.rules.refusal import NotFound, refused
from comity.casework.rules.transitions import NotAllowed, NotInThisRole, State
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import needs


def open_bundle(reference: str, *, by: User, lock: bool = True) -> Request:
    """The request whose bundle `by` may change now. Raises NotFound, NotAllowed, NotInThisRole."""
    request = request_for(by, reference, lock=lock)
    if request.direction == Direction.INCOMING:
        raise NotAllowed(
            say("Others wrote this request and say what belongs to it. Add what came along on its own page.")
        )
    if sentence := why_closed(Direction.OUTGOING, State(request.state), roles_of(by)):
        raise NotInThisRole(sentence) if sentence == needs(sorted(HANDS)) else NotAllowed(sentence)
    return request


def changed_bundle(request: Request, by: User) -> None:
    """The request as its next version, by somebody who had a hand in it."""
    request.version += 1
    request.changed_at, request.changed_by = clock.now(), by
    request.save(update_fields=["version", "changed_at", "changed_by"])
    request.editors.add(by)


def attachment_at(request: Request, place: int, field: str = "of") -> Attachment:
    """The attachment that stands at this place of the list. Raises Refused."""
    there = going_along(request).attachments
    if not 0 < place <= len(there):
        raise refused(
            field, say("Translation of"), say("There is no attachment of this number. Choose one from the list.")
        )
    return there[place - 1]


def attachment_numbered(request: Request, number: int) -> Attachment:
    """The attachment of this number that is there, without its bytes. Raises NotFound."""
    found = request.attachments.filter(number=number, removed_at=None).defer("content").first()
    if found is None:
        raise NotFound("attachment")
    return found


def translation_numbered(request: Request, number: int) -> Translation:
    """The sworn translation of this number. Raises NotFound."""
    found = request.translations.filter(number=number).first()
    if found is None:
        raise NotFound("translation")
    return found


def take_out(attachment: Attachment, by: User) -> None:
    """Its bytes go; that it was there, and its hash, stay."""
    attachment.content = None
    attachment.removed_at, attachment.removed_by = clock.now(), by
    attachment.save(update_fields=["content", "removed_at", "removed_by"])
