"""Asking for help in an emergency: a case and a draft of the right kind in one step, so that checking can begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db import transaction

from comity.casework.access import call_for, case_for
from comity.casework.actions.create_draft import create_draft
from comity.casework.actions.open_case import open_case
from comity.casework.actions.tie_call import tie_call
from comity.casework.models.case import Case
from comity.casework.models.phone_call import PhoneCall
from comity.casework.queries.emergency import asked_by, known_of, plan_through, provisions_of
from comity.casework.rules.content import country_named
from comity.casework.rules.declaration import Kind
from comity.casework.rules.duty.calls import CallDirection
from comity.casework.rules.duty.emergency import Way, described, oral_words, title_of
from comity.casework.rules.forged import forged
from comity.casework.rules.prefill import Asked
from comity.casework.rules.refusal import Refused, refused
from comity.casework.rules.registry import kind
from comity.casework.rules.shapes import blank
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def start_emergency(
    way: str,
    content: Mapping[str, Any],
    *,
    case_reference: str = "",
    case_title: str = "",
    call: int | None = None,
    by: User,
) -> str:
    """The draft's reference. What `content` leaves out and the node knows is filled in; the rest the gate asks for.

    In the case given, or a new one of this title, or of one made from the danger. `call` is the telephone call by which
    it was asked for already. Raises NotEntitled; NotFound for the case or the call; Refused for a way that is not on
    offer, a country that is missing or our own, a field that the kind does not have or a value of another type.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    chosen = _way(way)
    declared = kind(chosen.kind)
    if strange := forged(declared, content):
        raise Refused(*strange)
    country = _country(content)
    asked = _asked(chosen, country, content.get("requested_authority"))
    told = _call(call, by) if call is not None else None
    said = _said(declared, content, asked, told, by)
    case = _case(case_reference, case_title or title_of(said, declared, country.english_name), by)
    request = create_draft(
        declared,
        said,
        case=case,
        requesting_country=CountryCode(settings.ENV.country),
        asked=asked,
        plan=plan_through(chosen, country, clock.today()),
        by=by,
    )
    if told is not None:
        tie_call(told, request, by=by)
    return request.reference


def _way(text: str) -> Way:
    try:
        return Way(text)
    except ValueError:
        raise refused("way", say("Whom do you ask?"), say("No way is chosen. Choose one of the three.")) from None


def _country(content: Mapping[str, Any]) -> CountryCode:
    country = country_named(content, "requested_country")
    if country is None:
        raise refused(
            "requested_country",
            "Country",
            say("The country is missing. Choose where the data, or the provider that holds them, are believed to be."),
        )
    if country == settings.ENV.country:
        raise refused(
            "requested_country",
            "Country",
            say(
                "{at_start} is your own country: use your domestic powers at once, or choose another country.",
                at_start=country.at_start,
            ),
        )
    return country


def _case(reference: str, title: str, by: User) -> Case:
    return case_for(by, reference if reference.strip() else open_case(title, by=by))


def _asked(way: Way, country: CountryCode, named: Any) -> Asked:
    """Whom the atlas names, unless somebody else is named: that one it need not know."""
    asked = asked_by(way, country, clock.today())
    return asked if blank(named) or named == asked.authority else replace(asked, authority=named, authority_id="")


def _call(number: int, by: User) -> PhoneCall:
    call = call_for(by, number, lock=True)
    if call.direction != CallDirection.WE_CALLED:
        raise refused(
            "call", "Call", say("They made this call, so the request is theirs: make a ticket of it instead.")
        )
    return call


def _said(declared: Kind, content: Mapping[str, Any], asked: Asked, told: PhoneCall | None, by: User) -> dict[str, Any]:
    """What was typed, over what the node knows, over what was said before."""
    typed = {name: value for name, value in content.items() if not blank(value)}
    before = {
        name: value for name, value in provisions_of(by, typed.get("offences")).items() if name in declared.fields
    }
    oral = _oral(declared, told, by) if told else {}
    said = {**before, **known_of(declared, asked, by), **oral, **typed}
    return {**said, **described(declared, said)}


def _oral(declared: Kind, call: PhoneCall, by: User) -> dict[str, Any]:
    """That this confirms what was asked by voice, for kinds that can say so."""
    said = {"oral_first": True, "oral_when": oral_words(call.at.astimezone(by.zone), call.spoken_with)}
    return {name: value for name, value in said.items() if name in declared.fields}
