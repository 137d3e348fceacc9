"""Correcting as what, and by which channel, an incoming request was registered. What the file says of itself stays."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.move_in_tally import facts_now, move_in_tally
from comity.casework.actions.recompute_clocks import recompute_clocks
from comity.casework.actions.register_request import LONGEST
from comity.casework.models.amendment import Amendment
from comity.casework.models.request import Request
from comity.casework.queries.registration import registration_of
from comity.casework.rules.arrival.events import RegistrationCorrected
from comity.casework.rules.arrival.registered_as import carried_over, why_not_kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import ChangedMeanwhile, refused
from comity.casework.rules.registry import NoSuchKind
from comity.casework.rules.registry import kind as declared_kind
from comity.casework.rules.transitions import State
from comity.casework.rules.wording import line, paragraph
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST_REASON = 2000


@transaction.atomic
def correct_registration(reference: str, *, kind: str, channel: str, version: int, reason: str, by: User) -> int:
    """Say as which `kind` and by which `channel` it came; returns the new version. Clocks and figures follow.

    Answers that the other kind's form has too are carried over; the rest is kept beside the request. Raises
    NotEntitled; NotFound; ChangedMeanwhile; Refused for a request of our own, where nothing differs or no reason is
    given, and for a kind that a file gives, that steps, a decision or a chain rest on, or that does not exist.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    request = request_for(by, reference, lock=True)
    if request.direction != Direction.INCOMING:
        raise refused("", "Request", say("This request is our own: it was not registered here, but drafted."))
    if request.version != version:
        raise ChangedMeanwhile(request.changed_by.display_name, request.version, ())
    stood = registration_of(request)
    by_channel = line(channel, "channel", "Channel", LONGEST)
    if kind == request.kind and by_channel == stood.channel:
        raise refused(
            "", "Registration", say("Nothing differs from what stands there. Change the kind or the channel.")
        )
    words = paragraph(reason, "reason", "Reason", LONGEST_REASON)
    before, subject = dict(request.content), request_subject(request.reference)
    if kind != request.kind:
        _change_kind(request, kind, kind_locked=stood.kind_locked, in_chain=stood.in_chain)
    request.version += 1
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    request.editors.add(by)
    left_out = {name: value for name, value in before.items() if name not in request.content}
    entry = record(
        RegistrationCorrected(
            subject=subject,
            version=request.version,
            kind=request.kind,
            kind_before=stood.kind,
            channel=by_channel,
            left_out=tuple(sorted(left_out)),
            before=Digest.of(canonical_json(before)),
            digest=Digest.of(canonical_json(request.content)),
            reason=words,
        ),
        actor=by.actor,
    )
    if left_out:
        Amendment.objects.create(
            request=request,
            version=request.version,
            at=request.changed_at,
            by=by,
            reason=words,
            before=left_out,
            entry=entry.sequence,
        )
    recompute_clocks(request)
    return request.version


def _change_kind(request: Request, name: str, *, kind_locked: bool, in_chain: bool) -> None:
    try:
        other = declared_kind(name)
    except NoSuchKind as problem:
        raise refused("kind", say("Kind of request"), str(problem)) from problem
    if why_not := why_not_kind(State(request.state), other, kind_locked=kind_locked, in_chain=in_chain):
        raise refused("kind", say("Kind of request"), why_not)
    subject = request_subject(request.reference)
    counted, own = facts_now(subject), request.requested_country
    request.kind, request.content = other.name, carried_over(other, request.content)
    request.follow_content()
    request.requested_country = own
    request.save()
    index_identifiers(request)
    move_in_tally(subject, counted)
