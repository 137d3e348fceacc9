"""Correcting what was typed in of an incoming request. What stood before is kept, and what a file says stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.move_in_tally import facts_now, move_in_tally
from comity.casework.actions.recompute_clocks import recompute_clocks
from comity.casework.actions.register_request import LONGEST as LONGEST_NUMBER
from comity.casework.models.amendment import Amendment
from comity.casework.models.request import Request
from comity.casework.queries.arrivals import reading_of
from comity.casework.queries.registered_before import registered_before
from comity.casework.rules.arrival.events import RequestAmended
from comity.casework.rules.arrival.reading import Reading
from comity.casework.rules.arrival.refusals import AlreadyRegistered
from comity.casework.rules.arrival.typed_here import (
    NUMBER,
    NUMBER_LABEL,
    not_typed_here,
    number_from_file,
    read_from_file,
)
from comity.casework.rules.content import changed, country_named
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.forged import forged
from comity.casework.rules.refusal import ChangedMeanwhile, Refused, refused
from comity.casework.rules.registry import kind
from comity.casework.rules.translations import label_of
from comity.casework.rules.wording import line, paragraph
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST = 2000


@transaction.atomic
def amend_registered(
    reference: str,
    content: Mapping[str, Any],
    *,
    their_reference: str | None = None,
    version: int,
    reason: str,
    another: bool = False,
    by: User,
) -> int:
    """Set the fields in `content` and, if given, the other side's number; returns the new version. In whatever state
    the request is: a record that is wrong is corrected. Clocks, figures and identifiers follow.

    `version` is the one that `by` was looking at. Raises NotEntitled; NotFound; ChangedMeanwhile; AlreadyRegistered for
    a number that another ticket of that country has, unless it is `another` one; Refused for a request of our own, what
    was read from a file, a value that no form sends, no country, no reason, and where nothing differs.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    request = request_for(by, reference, lock=True)
    declared = kind(request.kind)
    _check(request, declared, content)
    number = request.their_reference if their_reference is None else _number(their_reference)
    said = {**request.content, **content}
    fields = changed(request.content, said)
    if request.version != version:
        raise ChangedMeanwhile(
            request.changed_by.display_name, request.version, tuple(label_of(declared, name) for name in fields)
        )
    names = (*fields, NUMBER) if number != request.their_reference else fields
    if not names:
        raise refused(
            "", say("What was typed"), say("Nothing differs from what stands there. Change what was mistyped.")
        )
    _only_typed(request, declared, names, reading_of(request))
    words = paragraph(reason, "reason", "Reason", LONGEST)
    before = {name: _stood(request, name) for name in names}
    was, subject = Digest.of(canonical_json(request.content)), request_subject(request.reference)
    counted = facts_now(subject)
    _change(request, said, number, by)
    if not another and (found := registered_before(by, request)) and {NUMBER, "requesting_country"} & {*names}:
        raise AlreadyRegistered(found.reference, sure=False)
    move_in_tally(subject, counted)
    entry = record(
        RequestAmended(
            subject=subject,
            version=request.version,
            fields=names,
            before=was,
            digest=Digest.of(canonical_json(request.content)),
            requesting_country=request.requesting_country,
            their_reference=request.their_reference,
            reason=words,
        ),
        actor=by.actor,
    )
    Amendment.objects.create(
        request=request,
        version=request.version,
        at=request.changed_at,
        by=by,
        reason=words,
        before=before,
        entry=entry.sequence,
    )
    recompute_clocks(request)
    return request.version


def _check(request: Request, declared: Kind, content: Mapping[str, Any]) -> None:
    if request.direction != Direction.INCOMING:
        raise refused(
            "",
            "Request",
            say(
                "This request is our own: a draft is edited; what was signed is withdrawn, or followed by a supplement."
            ),
        )
    if strange := forged(declared, content):
        raise Refused(*strange)
    if country_named({**request.content, **content}, "requesting_country") is None and "requesting_country" in content:
        raise refused(
            "requesting_country", say("Country that asks"), say("Nothing says which country asks. Choose it.")
        )


def _number(text: str) -> str:
    return line(text, NUMBER, NUMBER_LABEL, LONGEST_NUMBER, required=False)


def _only_typed(request: Request, declared: Kind, names: tuple[str, ...], reading: Reading | None) -> None:
    """Raises Refused for those of `names` that a file gave."""
    locked = read_from_file(declared, request.content, reading)
    if number_from_file(request.their_reference, reading):
        locked |= {NUMBER}
    if theirs := not_typed_here(declared, [name for name in names if name in locked], reading):
        raise Refused(*theirs)


def _stood(request: Request, name: str) -> Any:
    return request.their_reference if name == NUMBER else request.content.get(name)


def _change(request: Request, content: Mapping[str, Any], number: str, by: User) -> None:
    """The columns that lists read follow; whoever it names as asked, it is this node that has it."""
    own = request.requested_country
    request.content, request.their_reference = dict(content), number
    request.version += 1
    request.changed_at, request.changed_by = clock.now(), by
    request.follow_content()
    request.requested_country = own
    request.save()
    request.editors.add(by)
    index_identifiers(request)
