"""Test calls: each counterpart with its last test, and the form that records one."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.log_call import LOGGERS
from comity.casework.actions.record_ping import record_ping
from comity.casework.queries.pings import Counterpart, counterparts
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.duty.ping import DUE_AFTER, WHY
from comity.casework.rules.refusal import Refused
from comity.kernel.country_words import country_words
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.queries.roles import roles_of
from comity.upkeep.rules.contact import READERS
from comity.web.components.choices import Grouped
from comity.web.components.complaints import complain
from comity.web.pages.duty.forms import PingForm


@require_http_methods(["GET", "HEAD", "POST"])
def pings(request: HttpRequest) -> HttpResponse:
    """The counterparts; by POST, one more test call. `?country=` begins the form. Raises NotEntitled."""
    user = person(request.user)
    require(user, *CASE_ROLES)
    known = counterparts()
    country = request.GET.get("country", "").upper()[:2]
    form = PingForm(
        request.POST if request.method == "POST" else None,
        reader=user,
        points=_points(known),
        initial={"country": country, "authority_id": _only_point(known, country)},
    )
    if form.is_valid():
        try:
            record_ping(**form.cleaned_data, by=user)
        except Refused as problem:
            complain(form, problem)
        else:
            messages.success(request, say("The test call is recorded."))
            return redirect("test-calls")
    content = {
        "form": form,
        "counterparts": known,
        "due": sum(one.due for one in known),
        "days": DUE_AFTER.days,
        "why": WHY,
        "may_record": bool(roles_of(user).intersection(LOGGERS)),
        "chosen": country,
        "contacts": bool(roles_of(user).intersection(READERS)),
    }
    return render(request, "web/duty/pings.html", content, status=422 if form.errors else 200)


def _points(known: Iterable[Counterpart]) -> Grouped:
    return [
        (country_words(one.country), [(point.id, point.name) for point in one.points]) for one in known if one.points
    ]


def _only_point(known: Iterable[Counterpart], country: str) -> str:
    """Whom one calls there, where there is no choice."""
    points = next((one.points for one in known if one.country == country), ())
    return points[0].id if len(points) == 1 else ""
