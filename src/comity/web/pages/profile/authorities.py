"""A country's authorities: who receives a request by measure, stage and urgency, and who is competent for what. Public.

Shows institutions. The atlas holds no number or address of a point of contact, and this page adds none: whoever may
read them is led to where they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.casework.queries.visible import CASE_ROLES
from comity.people.access import person, require
from comity.people.rules.roles import NotEntitled, Role
from comity.routes.queries.receivers import receiver_lines
from comity.upkeep.rules.contact import READERS
from comity.web.atlas.opened import Opened, country_page, who_asks
from comity.web.atlas.profile_nav import profile_nav
from comity.web.components.choices import country_choices


@country_page("country-authorities", keep=("from",))
def authorities(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Who receives, as asked by the country in `from`, and every authority with its competences."""
    requester, unread = who_asks(request.GET.get("from", ""), opened.snapshot, opened.code)
    content = {
        "country": opened.view,
        "asked": opened.asked,
        "nav": profile_nav(opened, "country-authorities"),
        "requester": requester,
        "requester_problem": unread,
        "requesters": country_choices(opened.snapshot, chosen=requester),
        "lines": receiver_lines(opened.snapshot, requester, opened.code, opened.asked.day),
        "existing": [authority for authority in opened.view.authorities if authority.exists],
        "former": [authority for authority in opened.view.authorities if not authority.exists],
        "calls": _holds(request, CASE_ROLES),
        "contacts": _holds(request, READERS),
    }
    return render(request, "web/atlas/profile/authorities.html", content)


def _holds(request: HttpRequest, roles: Iterable[Role]) -> bool:
    """Whether the reader signed in and has one of the roles today."""
    try:
        require(person(request.user), *roles)
    except NotEntitled:
        return False
    return True
