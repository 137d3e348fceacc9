"""A request's clocks: each with what it rests on and how its end was found; and the form that corrects a moment."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from comity.casework.actions.correct_event import correct_event
from comity.casework.queries.corrections import Corrections, corrections_of
from comity.casework.queries.request_page import request_page
from comity.casework.rules.gap import Gap
from comity.casework.rules.refusal import Refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.web.components.happened import Happened, happened_now, happened_posted, moment_of
from comity.web.pages.requests.head import head


@require_safe
def clocks(request: HttpRequest, reference: str) -> HttpResponse:
    """Every clock, those that run first. Raises NotFound, for a hidden request too."""
    user = person(request.user)
    content = {**head(request_page(user, reference), "request-clocks"), "corrections": corrections_of(user, reference)}
    return render(request, "web/clocks/request.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, reference: str, sequence: int) -> HttpResponse:
    """The form for one entry, and the correction itself. Raises NotFound, NotEntitled."""
    user = person(request.user)
    found = corrections_of(user, reference)
    entry = next((item for item in found.entries if item.sequence == sequence), None)
    if entry is None:
        messages.error(request, say("This entry has no moment that could be corrected. Choose one from the list."))
        return redirect("request-clocks", found.reference)
    if request.method == "POST":
        return _correct(request, user, found, sequence)
    return _page(request, user, found, sequence, happened_now(entry.happened_at, user.zone), "")


def _correct(request: HttpRequest, user: Person, found: Corrections, sequence: int) -> HttpResponse:
    happened, reason = happened_posted(request.POST, user.zone), request.POST.get("reason", "")
    try:
        moment = moment_of(happened, user.zone)
        correct_event(found.reference, sequence, happened_at=moment, reason=reason, by=user)
    except Refused as problem:
        return _page(request, user, found, sequence, happened, reason, problem.gaps)
    messages.success(request, say("Corrected. The entry stays as it was written; every clock was computed anew."))
    return redirect("request-clocks", found.reference)


def _page(
    request: HttpRequest,
    user: Person,
    found: Corrections,
    sequence: int,
    happened: Happened,
    reason: str,
    gaps: Sequence[Gap] = (),
) -> HttpResponse:
    content = {
        **head(request_page(user, found.reference), "request-clocks"),
        "entry": next(item for item in found.entries if item.sequence == sequence),
        "happened": happened,
        "reason": reason,
        "when_gaps": [gap.sentence for gap in gaps if gap.field == "happened_at"],
        "reason_gaps": [gap.sentence for gap in gaps if gap.field == "reason"],
        "other_gaps": [gap.sentence for gap in gaps if gap.field not in {"reason", "happened_at"}],
        "today": clock.today(user.zone),
    }
    return render(request, "web/clocks/correct.html", content, status=422 if gaps else 200)
