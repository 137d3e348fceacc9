"""Correcting as which kind, and by which channel, a request that arrived was registered."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.correct_registration import correct_registration
from comity.casework.queries.registration import Registration, registration
from comity.casework.rules.refusal import ChangedMeanwhile, Refused
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.web.components.complaints import complaints
from comity.web.pages.requests.version import version_of


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """The form; by POST the correction. Raises NotFound, NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    found = registration(user, reference)
    if request.method != "POST":
        return _page(request, found, kind=found.kind, channel=found.channel, version=found.version)
    kind = request.POST.get("kind") or found.kind
    channel, reason, version = request.POST.get("channel", ""), request.POST.get("reason", ""), version_of(request)
    try:
        correct_registration(found.reference, kind=kind[:40], channel=channel, version=version, reason=reason, by=user)
    except (Refused, ChangedMeanwhile) as problem:
        again = found.version if isinstance(problem, ChangedMeanwhile) else version
        return _page(request, found, kind=kind, channel=channel, reason=reason, version=again, problem=problem)
    messages.success(request, say("Corrected. Clocks and figures follow; the ledger says who changed it and why."))
    return redirect("request", found.reference)


def _page(
    request: HttpRequest,
    found: Registration,
    *,
    kind: str,
    channel: str,
    version: int,
    reason: str = "",
    problem: Refused | ChangedMeanwhile | None = None,
) -> HttpResponse:
    content = {
        "found": found,
        "kind": kind,
        "channel": channel,
        "reason": reason,
        "version": version,
        "wrong": complaints(problem) if isinstance(problem, Refused) else {},
        "meanwhile": problem if isinstance(problem, ChangedMeanwhile) else None,
    }
    status = 200 if problem is None else 422 if isinstance(problem, Refused) else 409
    return render(request, "web/incoming/registration.html", content, status=status)
