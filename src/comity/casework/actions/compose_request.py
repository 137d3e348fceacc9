"""Drafting a request from content that is there already: what a program sends, or one screen in an emergency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from comity.casework.access import case_for
from comity.casework.actions.create_draft import asked_in, create_draft
from comity.casework.rules.content import country_named
from comity.casework.rules.declaration import Kind
from comity.casework.rules.forged import forged
from comity.casework.rules.prefill import Asked, Requester, prefilled
from comity.casework.rules.refusal import Refused, refused
from comity.casework.rules.registry import NoSuchKind, kind
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def compose_request(
    kind_name: str,
    content: Mapping[str, Any],
    *,
    case_reference: str,
    requester: Requester | None = None,
    by: User,
) -> str:
    """A draft of this kind in this case; returns its reference. It may be unfinished: the gate asks for the rest later.

    With `requester`, what the node knows of itself fills the fields that `content` leaves out. Raises NotEntitled;
    NotFound for the case; Refused for a kind that is unknown or only follows another request, for a field that the
    kind does not have or a value of another type, and where no country is named.
    """
    held = require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    declared = _kind(kind_name)
    if strange := forged(declared, content):
        raise Refused(*strange)
    case = case_for(by, case_reference, held=held)
    asked = _asked(content)
    said = dict(content) if requester is None else _filled(declared, content, requester, asked, by)
    request = create_draft(
        declared, said, case=case, requesting_country=CountryCode(settings.ENV.country), asked=asked, by=by
    )
    return request.reference


def _kind(name: str) -> Kind:
    try:
        declared = kind(name)
    except NoSuchKind as problem:
        raise refused("kind", say("Kind of request"), str(problem)) from None
    if declared.must_follow:
        raise refused(
            "kind",
            say("Kind of request"),
            say(
                "“{label}” always follows another request. Draft it from the request that it follows.",
                label=declared.label,
            ),
            declared.article,
        )
    return declared


def _asked(content: Mapping[str, Any]) -> Asked:
    """Whom the content names: lists and clocks need the country from the first moment on."""
    country = country_named(content, "requested_country")
    if country is None:
        raise refused(
            "requested_country",
            say("Requested country"),
            say("The requested country is missing, or its code is none. Give two letters: UA."),
        )
    return asked_in(content, country)


def _filled(declared: Kind, content: Mapping[str, Any], requester: Requester, asked: Asked, by: User) -> dict[str, Any]:
    """What the node knows about itself and the day; what `content` names it says itself, an empty value too."""
    known = prefilled(
        declared,
        requester=requester,
        asked=asked,
        identifiers=[],
        data=[],
        urgent=False,
        today=clock.today(by.zone),
    )
    return {name: value for name, value in known.items() if value != ""} | dict(content)
