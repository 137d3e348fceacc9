"""Every fact of a pack, for editors: its place, and where another can be added. Changes none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.upkeep.queries.pack_facts import pack_facts
from comity.web.components.paging import page_of


@require_safe
def facts(request: HttpRequest, pack: str) -> HttpResponse:
    """The facts whose name, path or value contains the address's `q`."""
    require(person(request.user), Role.EDITOR, Role.AUDITOR)
    sought = request.GET.get("q", "").strip()[:60]
    view = pack_facts(pack, clock.today())
    found = [line for line in view.lines if sought.casefold() in f"{line.name} {line.path} {line.says}".casefold()]
    content = {"view": view, "page": page_of(request, found), "sought": sought}
    return render(request, "web/upkeep/facts.html", content)
