"""Setting aside what arrived and is no request of ours, and taking it up again. Nothing is thrown away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from comity.casework.actions.set_aside_arrival import set_aside_arrival
from comity.casework.actions.take_up_arrival import take_up_arrival
from comity.casework.queries.arrivals import ArrivalView, arrival_page
from comity.casework.rules.arrival.setting_aside import LONGEST, Ground
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.web.components.complaints import complaints
from comity.web.components.signed_tile import signed_tile


@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: HttpRequest, identity: UUID) -> HttpResponse:
    """Why it is set aside; by POST it is. Raises NotFound, NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    came = arrival_page(user, identity)
    if came.request:
        return redirect("request", came.request)
    if request.method != "POST":
        return redirect("incoming-look", came.id) if came.set_aside else _page(request, came)
    try:
        ground, reason = request.POST.get("ground", "")[:40], request.POST.get("reason", "")
        set_aside_arrival(came.id, ground=ground, reason=reason, by=user)
    except Refused as problem:
        return _page(request, came, problem)
    messages.success(
        request, say("Set aside. The file is kept, and “Set aside” lists it: there it can be taken up again.")
    )
    return redirect("incoming-new")


@require_POST
def take_up(request: HttpRequest, identity: UUID) -> HttpResponse:
    """It waits to be registered again. Raises NotFound, NotEntitled."""
    take_up_arrival(identity, by=person(request.user))
    messages.success(request, say("Taken up again, as it was left."))
    return redirect("incoming-look", identity)


def lying_aside(request: HttpRequest, came: ArrivalView) -> HttpResponse:
    """What was set aside, to be read: nothing is typed or registered until it is taken up again."""
    content = {"came": came, "tile": signed_tile(came.reading)}
    return render(request, "web/incoming/lying_aside.html", content, status=409 if request.method == "POST" else 200)


def _page(request: HttpRequest, came: ArrivalView, problem: Refused | None = None) -> HttpResponse:
    content = {
        "came": came,
        "grounds": [(ground.value, ground.label) for ground in Ground],
        "chosen": request.POST.get("ground", ""),
        "reason": request.POST.get("reason", ""),
        "longest": LONGEST,
        "wrong": complaints(problem) if problem else {},
    }
    return render(request, "web/incoming/set_aside.html", content, status=422 if problem else 200)
