"""Who looks after which country, which facts are due there, and the week's reminder."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.atlas.queries.passage_titles import passage_titles
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.queries.users import users_with
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.upkeep.actions.assign_owner import assign_owner
from comity.upkeep.actions.see_reminder import see_reminder
from comity.upkeep.queries.owners import owner_lines
from comity.upkeep.queries.staleness import country_staleness, due_facts
from comity.web.components.paging import page_of


@require_safe
def owners(request: HttpRequest) -> HttpResponse:
    """The described countries, their owners and their figures."""
    held = require(person(request.user), Role.EDITOR, Role.ADMINISTRATOR, Role.AUDITOR)
    content = {
        "lines": owner_lines(node_snapshot(), clock.today()),
        "editors": users_with(Role.EDITOR),
        "may_assign": bool(held & {Role.EDITOR, Role.ADMINISTRATOR}),
    }
    return render(request, "web/upkeep/owners.html", content)


@require_POST
def assign(request: HttpRequest, code: str) -> HttpResponse:
    """Give the country to an editor, or to nobody."""
    try:
        assign_owner(CountryCode(code), request.POST.get("owner", ""), by=person(request.user))
    except Refused as problem:
        messages.error(request, problem.sentence)
    except ValueError as problem:
        raise Http404(str(problem)) from None
    else:
        messages.success(request, say("Noted who looks after it."))
    return redirect("country-owners")


@require_safe
def due(request: HttpRequest, code: str) -> HttpResponse:
    """The country's facts to compare with their sources, the longest overdue first."""
    require(person(request.user), Role.EDITOR, Role.AUDITOR)
    snapshot, today = node_snapshot(), clock.today()
    figure = country_staleness(snapshot, today).get(code)
    if figure is None:
        raise Http404(f"Nothing is recorded of {code}.")
    page = page_of(request, due_facts(snapshot, code, today))
    titles = passage_titles([fact.place for fact in page.object_list])
    facts = [(fact, titles.get(fact.place, "")) for fact in page.object_list]
    content = {"code": code, "figure": figure, "page": page, "facts": facts}
    return render(request, "web/upkeep/due.html", content)


@require_POST
def seen(request: HttpRequest, number: int) -> HttpResponse:
    """Put the week's reminder aside."""
    see_reminder(number, by=person(request.user))
    messages.success(request, say("Noted that you have seen it. Facts stay due until somebody compares them."))
    return redirect("desk")
