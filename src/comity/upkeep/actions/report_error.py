"""Somebody says that a public page is wrong. No name is asked, no address is kept, and nobody can flood it."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.people.rules.refusal import Refused
from comity.upkeep.models import ErrorReport
from comity.upkeep.queries.room import expect_room
from comity.upkeep.rules.events import ErrorReported
from comity.upkeep.rules.sender import MOST, WITHIN, sender

SHORTEST, LONGEST = 10, 2000
LONGEST_PLACE = 300
VISITOR = Actor("visitor", "A visitor")
FULL = noted(
    "Five reports came from your network within an hour, which is all that this node takes. "
    "Nothing was sent. Please come back in an hour: your text is still here."
)


@transaction.atomic
def report_error(page: str, text: str, *, place: str = "", address: str) -> int:
    """The report's number. `page` is an address on this node; `address` is the sender's in the network.

    Raises Refused with the field, TooMany.
    """
    words = text.strip()
    if not SHORTEST <= len(words) <= LONGEST or "\x00" in words:
        raise Refused(
            "text",
            say(
                "Say in {shortest} to {longest} characters what is wrong, and how you know.",
                shortest=SHORTEST,
                longest=f"{LONGEST:,}",
            ),
        )
    if not page.startswith("/") or page.startswith("//") or max(len(page), len(place)) > LONGEST_PLACE:
        raise Refused(
            "page", say("This is no page of this node. Open the page that is wrong, and report it from there.")
        )
    who = sender(address, settings.ENV.secret("sender_key"))
    now = clock.now()
    expect_room(who, ErrorReport.objects.filter(sender=who, received_at__gt=now - WITHIN), MOST, said(FULL))
    made = ErrorReport.objects.create(page=page, place=place, text=words, sender=who, received_at=now)
    event = ErrorReported(subject=made.subject, page=page, digest=str(Digest.of(words.encode())))
    record(event, actor=VISITOR)
    return made.pk
