"""Making a ticket of a request that arrived. What it lacks is asked for afterwards, and stops nothing here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from comity.casework.access import case_for, request_for
from comity.casework.actions.allocate_reference import allocate_request_reference
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.open_case import open_case
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.arrival import Arrival
from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.queries.arrivals import own_arrival
from comity.casework.queries.registered_before import registered_before
from comity.casework.queries.visible import visible_requests
from comity.casework.queries.zone import country_zone
from comity.casework.rules.arrival.refusals import AlreadyRegistered
from comity.casework.rules.arrival.setting_aside import SET_ASIDE_ALREADY
from comity.casework.rules.content import country_named
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.forged import forged
from comity.casework.rules.handling.events import RequestRegistered
from comity.casework.rules.offence_in_brief import offence_in_brief
from comity.casework.rules.refusal import Refused, refused
from comity.casework.rules.registry import NoSuchKind
from comity.casework.rules.registry import kind as declared_kind
from comity.casework.rules.transitions import State
from comity.casework.rules.wording import line
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest, canonical_json
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST = 200


def register_request(
    kind: str,
    content: Mapping[str, Any],
    *,
    received_at: datetime,
    channel: str,
    oral: bool = False,
    their_reference: str = "",
    case_reference: str = "",
    case_title: str = "",
    follows: str = "",
    document: bytes | None = None,
    document_name: str = "",
    arrival: UUID | None = None,
    another: bool = False,
    by: User,
) -> str:
    """Register a request of `kind` that arrived at `received_at`; returns our reference.

    It joins the case of the request that it `follows` (our reference), else the case given, else a new one of this
    title. What arrived is `document`, or the `arrival` kept before; registering that once more gives the same ticket.
    `their_reference` registered before for the same country is refused unless it is `another` one.

    Raises NotEntitled; NotFound; AlreadyRegistered; Refused for a moment in the future, a value that no form sends, or
    where nothing says who asks, how it came, or to which case it belongs.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    if document is not None and arrival is None:
        arrival = keep_arrival(document, name=document_name, by=by)
    with transaction.atomic():
        came = _arrival(arrival, by)
        if came and came.request:
            return came.request.reference
        declared = _checked(kind, content, received_at)
        reference = str(allocate_request_reference())  # from here on nobody else registers: duplicates are seen
        before = request_for(by, follows) if follows else None
        request = Request(
            reference=reference,
            kind=declared.name,
            content=dict(content),
            direction=Direction.INCOMING.value,
            state=State.RECEIVED.value,
            follows=before,
            their_reference=line(their_reference, "their_reference", say("Their reference"), LONGEST, required=False),
            received_at=received_at,
            drafted_by=by,
            changed_by=by,
        )
        _fill(request)
        _unlike_others(request, came, another=another, by=by)
        request.case = _case(before, case_reference, case_title, offence_in_brief(request.content), by)
        request.save(force_insert=True)
        request.editors.add(by)
        index_identifiers(request)
        if came:
            came.request = request
            came.save(update_fields=["request"])
        event = RequestRegistered(
            subject=request_subject(reference),
            happened_at=received_at,
            case=request.case.reference,
            kind=request.kind,
            requesting_country=request.requesting_country,
            channel=line(channel, "channel", "Channel", LONGEST),
            oral=oral,
            their_reference=request.their_reference,
            follows=before.reference if before else "",
            document=came.id if came and came.size else None,
            digest=Digest.of(canonical_json(request.content)),
        )
        record_about_request(request, event, actor=by.actor, moved="received", happened_at=received_at)
        return reference


def _arrival(identity: UUID | None, by: User) -> Arrival | None:
    """Locked, so that two presses of the button make one ticket."""
    if identity is None:
        return None
    came = own_arrival(Arrival.objects.defer("content").select_for_update(of=("self",), no_key=True), by, identity)
    if came.set_aside_at is not None:
        raise refused("", say("Set aside"), said(SET_ASIDE_ALREADY))
    return came


def _checked(kind: str, content: Mapping[str, Any], received_at: datetime) -> Kind:
    try:
        declared = declared_kind(kind)
    except NoSuchKind as problem:
        raise refused("kind", say("Kind of request"), str(problem)) from problem
    if strange := forged(declared, content):
        raise Refused(*strange)
    if received_at.tzinfo is None:
        raise refused("received_at", "Received", say("The moment has no time zone. Give it one, for example +04:00."))
    if received_at > clock.now():
        raise refused(
            "received_at", "Received", say("That moment lies in the future. Give the moment at which it arrived.")
        )
    return declared


def _fill(request: Request) -> None:
    """The columns that follow from what it says; whoever it names as asked, it is this node that has it."""
    asking = country_named(request.content, "requesting_country")
    if asking is None:
        raise refused(
            "requesting_country", say("Country that asks"), say("Nothing says which country asks. Choose it.")
        )
    own = CountryCode(settings.ENV.country)
    if asking == own:
        raise refused(
            "requesting_country",
            say("Country that asks"),
            say(
                "{country} is your own country, so this came from nobody abroad. Choose the country that "
                "asks; a request of your own is not registered again.",
                country=own.english_name,
            ),
        )
    request.requesting_country = asking
    request.requested_country = own
    request.follow_content()
    request.requested_country = own
    request.requested_zone = country_zone(own)
    request.created_at = request.changed_at = clock.now()


def _unlike_others(request: Request, came: Arrival | None, *, another: bool, by: User) -> None:
    """Only what `by` may see is looked at: a hidden ticket is not betrayed."""
    incoming = visible_requests(by).filter(direction=Direction.INCOMING.value).order_by("id")
    if came and came.digest and (found := incoming.filter(arrival__digest=came.digest).first()):
        raise AlreadyRegistered(found.reference, sure=True)
    if not another and (found := registered_before(by, request)):
        raise AlreadyRegistered(found.reference, sure=False)


def _case(before: Request | None, reference: str, title: str, offence: str, by: User) -> Case:
    if before:
        if reference and reference.strip().upper() != before.case.reference:
            raise refused(
                "case_reference",
                "Case",
                say(
                    "{reference} belongs to {reference_2}, and what follows it belongs there too.",
                    reference=before.reference,
                    reference_2=before.case.reference,
                ),
            )
        return before.case
    if reference:
        return case_for(by, reference)
    if not title.strip():
        raise refused(
            "case_title", "Case", say("Nothing says to which case it belongs. Choose one, or name a new one.")
        )
    return case_for(by, open_case(title, offence_summary=offence, by=by))
