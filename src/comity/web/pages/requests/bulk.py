"""What is done with the ticked rows of the list: acknowledged, exported or printed. Each row says what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from comity.casework.actions.acknowledge_requests import MOST, acknowledge_requests
from comity.casework.queries.request_export import exported_ones
from comity.casework.queries.request_list import lines_of
from comity.casework.queries.visible import visible_requests
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.web.pages.requests.export import streamed


@require_POST
def chosen(request: HttpRequest) -> HttpResponseBase:
    """`do` says what, `reference` which; none ticked leads back to the list with a word."""
    user = person(request.user)
    references = list(dict.fromkeys(request.POST.getlist("reference")))
    do = request.POST.get("do", "")
    if not references or do not in {"acknowledge", "csv", "json", "print"}:
        messages.warning(request, say("No request is ticked. Tick the rows that you mean, then choose what to do."))
        return redirect("requests")
    if do == "acknowledge":
        outcomes = acknowledge_requests(references, by=user)
        done = sum(one.done for one in outcomes)
        return render(request, "web/requests/outcomes.html", {"outcomes": outcomes, "done": done})
    if do == "print":
        return render(request, "web/requests/print.html", {"lines": _lines(user, references), "most": MOST})
    return streamed(do, exported_ones(user, references[:MOST]))


def _lines(user: Person, references: list[str]) -> object:
    rows = visible_requests(user).filter(reference__in=references[:MOST])
    return lines_of(rows.order_by("-changed_at", "-id"), MOST)
