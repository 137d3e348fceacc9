"""Keeping a file that belongs to a request which arrived: one that its letter lists, found by its hash."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.keep_attachment import Given, keep_attachment, look_into
from comity.casework.models.request import Request
from comity.casework.queries.arrivals import reading_of
from comity.casework.rules.bundle.claimed import NOTHING_CLAIMED, Claimed
from comity.casework.rules.bundle.closing import HANDS
from comity.casework.rules.bundle.events import AttachmentReceived
from comity.casework.rules.bundle.languages import checked_language
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.casework.rules.transitions import NotAllowed
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User


def receive_attachment(
    reference: str, content: bytes, *, name: str, sort: str = "", title: str = "", language: str = "", by: User
) -> int:
    """The attachment's number. Where the letter has a list, the file must be one of it, and is what the list says;
    where it has none, `sort`, `title` and `language` say what came along.

    Raises NotFound; NotEntitled; NotAllowed for a request of ours; Refused with what was found and what to do.
    """
    request = _arrived(reference, by)
    claims = claims_of(request)
    given = look_into(content, name)
    if claims.known:
        one = _of_list(claims, given)
        return _receive(reference, given, one.sort, one.title, one.language, listed=True, by=by)
    what = Nature(sort) if sort in {each.value for each in Nature} else Nature.OTHER
    return _receive(reference, given, what, title, checked_language(language, required=False), listed=False, by=by)


def claims_of(request: Request) -> Claimed:
    """What the letter that arrived lists."""
    reading = reading_of(request)
    return reading.claimed_files if reading else NOTHING_CLAIMED


def _arrived(reference: str, by: User, *, lock: bool = False) -> Request:
    request = request_for(by, reference, lock=lock)
    require(by, *sorted(HANDS))
    if request.direction == Direction.OUTGOING:
        raise NotAllowed(say("This request is ours: add to it what shall go along, before it is approved."))
    return request


def _of_list(claims: Claimed, given: Given) -> Listed:
    found = next((one for one in claims.listed if one.sha256 == given.digest), None)
    if found is None:
        raise refused(
            "file",
            "File",
            say(
                "The letter lists no file with this SHA-256 ({short}…), so it is not what was signed "
                "for: it is another file, or it was changed on its way. Ask the other side to send it "
                "again.",
                short=given.digest.short,
            ),
        )
    return found


@transaction.atomic
def _receive(reference: str, given: Given, sort: Nature, title: str, language: str, *, listed: bool, by: User) -> int:
    request = _arrived(reference, by, lock=True)
    row = keep_attachment(request, given, sort=sort, title=title, language=language, by=by)
    event = AttachmentReceived(
        subject=request_subject(request.reference),
        number=row.number,
        sort=row.sort,
        media_type=row.media_type,
        size=row.size,
        digest=row.digest,
        listed=listed,
    )
    record(event, actor=by.actor)
    return row.number
