"""The emergency screen: whom to ask, what matters, and one button that makes the case and the draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.start_emergency import start_emergency
from comity.casework.queries.case_name import case_name
from comity.casework.queries.phone_log import CallLine, call_view
from comity.casework.rules.chips import chip
from comity.casework.rules.content import country_named, from_form
from comity.casework.rules.duty.emergency import Way
from comity.casework.rules.duty.oral import identifiers_in
from comity.casework.rules.identifiers import identified, troubles
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kind
from comity.kernel import clock
from comity.people.access import Person, person, require
from comity.people.rules.roles import Role
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.countries import all_countries
from comity.web.components.emergency import screen

PAGES_OWN = frozenset({"csrfmiddlewaretoken", "way", "case", "call", "case_title", "then", "authority_in"})
"""What the form posts beside the fields of the kind."""


@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: HttpRequest) -> HttpResponse:
    """The screen; by POST, the draft, and on to its check. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    given = request.POST if request.method == "POST" else request.GET
    call = _call(user, given.get("call", ""))
    if request.method != "POST":
        return _page(request, user, _begun(request, call), call)
    if request.POST.get("then") == "read":
        return _page(request, user, _without_authority(_typed(request)), call)
    typed = _typed(request)
    try:
        reference = start_emergency(
            request.POST.get("way", ""),
            typed,
            case_reference=request.POST.get("case", "")[:30],
            case_title=request.POST.get("case_title", ""),
            call=call.id if call else None,
            by=user,
        )
    except Refused as problem:
        return _page(request, user, typed, call, wrong=complaints(problem))
    return redirect("request-check", reference)


@require_POST
def fields(request: HttpRequest) -> HttpResponse:
    """What depends on the way, as a fragment; keeps nothing. Raises NotEntitled."""
    return _part(request, "web/duty/emergency.html#rest")


@require_POST
def verdict(request: HttpRequest) -> HttpResponse:
    """How far the way leads in the chosen country, as a fragment; keeps nothing. Raises NotEntitled."""
    return _part(request, "web/duty/verdict.html")


@require_POST
def chips(request: HttpRequest) -> HttpResponse:
    """How the identifiers are understood, as a fragment; keeps nothing. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    items = _typed(request).get("identifiers", [])
    return render(request, "web/duty/chips.html", _read(items, user))


def _part(request: HttpRequest, template: str) -> HttpResponse:
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    return render(request, template, _content(request, user, _without_authority(_typed(request))))


def _without_authority(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Where the way or the country has just been chosen, the atlas names the authority anew."""
    return {name: value for name, value in typed.items() if name != "requested_authority"}


def _page(
    request: HttpRequest,
    user: Person,
    typed: Mapping[str, Any],
    call: CallLine | None,
    *,
    wrong: Complaints | None = None,
) -> HttpResponse:
    reference = (request.POST.get("case") or request.GET.get("case", ""))[:30]
    content = {
        **_content(request, user, typed),
        "ways": tuple(Way),
        "countries": all_countries(node_snapshot()),
        "call": call,
        "case": case_name(user, reference) if reference else None,
        "case_title": request.POST.get("case_title", "")[:200],
        "wrong": wrong or {},
    }
    return render(request, "web/duty/emergency.html", content, status=422 if wrong else 200)


def _content(request: HttpRequest, user: Person, typed: Mapping[str, Any]) -> dict[str, Any]:
    country = country_named(typed, "requested_country")
    drawn = screen(_way(request), country, typed, user, clock.today(user.zone))
    return {"screen": drawn, **_read(typed.get("identifiers") or [], user)}


def _read(items: list[Any], user: Person) -> dict[str, Any]:
    return {
        "chips": tuple(chip(one) for one in identified(items)),
        "troubles": tuple(troubles(items, clock.today(user.zone))),
    }


def _way(request: HttpRequest) -> Way:
    text = request.POST.get("way") or request.GET.get("way", "")
    return Way(text) if text in set(Way) else Way.POINT


def _typed(request: HttpRequest) -> dict[str, Any]:
    """The fields that were on the screen, and names that no field has, so that they are refused."""
    declared = kind(_way(request).kind)
    posted = {name: [text for text in texts if text] for name, texts in request.POST.lists()}
    drawn = from_form(declared, posted, ignoring=PAGES_OWN | _of_other_ways())
    typed = {name: value for name, value in drawn.items() if name in posted}
    # Without scripts the authority may still be that of another country, chosen before.
    stale = request.POST.get("authority_in", "") != request.POST.get("requested_country", "")
    return _without_authority(typed) if stale else typed


def _of_other_ways() -> frozenset[str]:
    """Without scripts a field of another way may still be on the screen when the way is changed."""
    return frozenset(name for way in Way for name in kind(way.kind).fields)


def _begun(request: HttpRequest, call: CallLine | None) -> dict[str, Any]:
    """What the address, or the call that is to be confirmed, says already."""
    country = request.GET.get("country", "")[:2]
    if call is None:
        return {"requested_country": country}
    return {
        "requested_country": call.country,
        "emergency_facts": call.summary,
        "identifiers": [{"text": text} for text in identifiers_in(call.summary)],
    }


def _call(user: Person, number: str) -> CallLine | None:
    """The call that the draft is to confirm. Raises NotFound."""
    if not number:
        return None
    if not (number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS):
        raise NotFound("call")
    return call_view(user, int(number))


_MOST_DIGITS = 12
