"""Typing in what arrived, or mending what was read of it: the form of its kind, kept however unfinished."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.type_arrival import type_arrival
from comity.casework.queries.arrivals import ArrivalView, arrival_page
from comity.casework.rules.content import from_form
from comity.casework.rules.form import form as form_of
from comity.casework.rules.refusal import Refused
from comity.casework.rules.registry import kinds
from comity.casework.rules.zones import day_where_written
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.rules.roles import Role
from comity.web.components.countries import all_countries
from comity.web.components.request_form import parts
from comity.web.components.zones import zone_names

PAGES_OWN = frozenset({"csrfmiddlewaretoken", "then"})


@require_http_methods(["GET", "HEAD", "POST"])
def content(request: HttpRequest, identity: UUID) -> HttpResponse:
    """The form; by POST, what was typed is kept and shown again for a look. Raises NotFound, NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    came = arrival_page(user, identity)
    if came.request:
        return redirect("request", came.request)
    if came.set_aside:
        return redirect("incoming-look", came.id)
    declared = kinds().get(came.kind)
    if declared is None:
        messages.info(request, say("First say what kind of request it is."))
        return redirect("incoming-look", came.id)
    if request.method != "POST":
        return _page(request, user, came, came.content)
    typed = from_form(declared, dict(request.POST.lists()), ignoring=PAGES_OWN)
    try:
        type_arrival(came.id, kind=came.kind, content=typed, by=user)
    except Refused as problem:
        known = {name: value for name, value in typed.items() if name in declared.fields}
        return _page(request, user, came, known, str(problem))
    return redirect("incoming-look", came.id)


def _page(
    request: HttpRequest, user: Person, came: ArrivalView, values: Mapping[str, Any], trouble: str = ""
) -> HttpResponse:
    declared = kinds()[came.kind]
    drawn = form_of(declared, values, day_where_written(values, clock.now(), user.zone))
    shown = {
        "came": came,
        "kind": declared,
        "form": drawn,
        "parts": parts(drawn, at=request.GET.get("at", "")[:60]),
        "trouble": trouble,
        "countries": all_countries(node_snapshot()),
        "zones": zone_names(),
    }
    return render(request, "web/incoming/content.html", shown, status=422 if trouble else 200)
