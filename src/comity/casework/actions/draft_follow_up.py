"""Drafting what follows a request in its chain, filled from what its predecessor says and from the steps recorded."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.create_draft import asked_in, create_draft
from comity.casework.models.request import Request
from comity.casework.queries.competent import competent_for, goes_elsewhere
from comity.casework.queries.footing import treaty_said
from comity.casework.queries.requester import requester_for
from comity.casework.rules.chains import possible_follow_ups
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.follow_up import follow_up
from comity.casework.rules.handling.letter_from_steps import day_of, letter_from_steps
from comity.casework.rules.refusal import refused
from comity.casework.rules.registry import kind as declared_kind
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.ledger.queries.entries import entries_about
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def draft_follow_up(reference: str, kind: str, *, by: User) -> str:
    """A draft of `kind` after the request, in the same case; returns its reference.

    Raises NotEntitled; NotFound; Refused for a kind that cannot come after this one, or before it has left or arrived.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    earlier = request_for(by, reference)
    later = following(earlier, kind)
    before = declared_kind(earlier.kind)
    requester = requester_for(by)
    zone = ZoneInfo(requester.zone)
    content = follow_up(
        later,
        before,
        earlier.content,
        their_reference=earlier.their_reference or earlier.sent_reference,
        own_reference=earlier.reference,
        sent_on=earlier.sent_on or day_of(earlier.content, earlier.received_at, zone),
        today=clock.today(by.zone),
        requester=requester,
    )
    entries = entries_about(request_subject(earlier.reference))
    if goes_elsewhere(later, before):
        content[later.asked] = competent_for(later, CountryCode(earlier.counterpart), clock.today(by.zone))
    content |= treaty_said(later, earlier)
    content |= letter_from_steps(later, entries, received_at=earlier.received_at, zone=zone)
    drafted = create_draft(
        later,
        content,
        case=earlier.case,
        requesting_country=CountryCode(settings.ENV.country),
        asked=asked_in(content, CountryCode(earlier.counterpart)),
        follows=earlier,
        by=by,
    )
    return drafted.reference


def following(earlier: Request, kind: str) -> Kind:
    """The kind of this name, which this node can write after `earlier`. Raises Refused where it cannot."""
    before = declared_kind(earlier.kind)
    if earlier.received_at is None and earlier.sent_on is None:
        raise refused(
            "kind",
            "Follow-up",
            say(
                "{reference} has not been sent yet. Send it first; then something can follow.",
                reference=earlier.reference,
            ),
        )
    possible = {each.name: each for each in possible_follow_ups(before, Direction(earlier.direction))}
    if kind not in possible:
        offered = "; ".join(each.label for each in possible.values()) or "nothing"
        raise refused(
            "kind",
            "Follow-up",
            say(
                "That cannot come after this {label}. There is: {offered}.", label=before.label.lower(), offered=offered
            ),
        )
    return possible[kind]
