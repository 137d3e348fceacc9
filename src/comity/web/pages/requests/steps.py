"""A step with a request that has left or arrived: one page for all of them, made from what the step asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.take_step import take_step
from comity.casework.queries.step_page import StepPage, step_page
from comity.casework.rules.content import values_from_form
from comity.casework.rules.gap import Gap
from comity.casework.rules.handling.answer_form import answer_fields
from comity.casework.rules.handling.fields import answered
from comity.casework.rules.refusal import Refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.web.components.answer_controls import answer_controls
from comity.web.components.happened import Happened, happened_now, happened_posted, moment_of
from comity.web.pages.requests.head import head


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """The step's form, and the step itself. `?notice=` begins with what that notice says. Raises NotFound, NotAllowed
    where somebody else changed the request meanwhile."""
    user = person(request.user)
    notice = (request.POST if request.method == "POST" else request.GET).get("notice", "")
    found = step_page(user, reference, step[:20], notice=notice)
    if request.method == "POST":
        return _take(request, user, found, notice)
    if not found.choice.possible:
        messages.warning(request, found.choice.why_not)
        return redirect("request", found.page.line.reference)
    return _page(request, found, found.proposed, happened_now(clock.now(), user.zone), notice)


@require_POST
def follow_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Draft what follows, and go on filling it in. Raises NotFound, NotEntitled."""
    try:
        drafted = draft_follow_up(reference, request.POST.get("kind", "")[:40], by=person(request.user))
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("request", reference)
    messages.success(
        request, say("Drafted, with what its predecessor says filled in. Look at it, and fill in the rest.")
    )
    return redirect("request-edit", drafted)


def _take(request: HttpRequest, user: Person, found: StepPage, notice: str) -> HttpResponse:
    reference = found.page.line.reference
    answers = values_from_form(found.fields, dict(request.POST.lists()))
    happened = happened_posted(request.POST, user.zone)
    try:
        moment = _moment(found, answers, happened, user)
        take_step(reference, found.choice.step, answers, happened_at=moment, by=user)
    except Refused as problem:
        return _page(request, found, answers, happened, notice, problem.gaps)
    messages.success(request, say("Done: {label}. It stands in the timeline.", label=found.choice.label))
    return redirect("request", reference)


def _moment(found: StepPage, answers: Mapping[str, Any], happened: Happened, user: Person) -> datetime:
    """When it happened. Raises Refused; where that is for the moment, it says at once what the answers lack too."""
    try:
        return moment_of(happened, user.zone)
    except Refused as problem:
        try:
            answered(found.fields, answers, clock.today(user.zone))
        except Refused as more:
            raise Refused(*problem.gaps, *more.gaps) from problem
        raise


def _page(
    request: HttpRequest,
    found: StepPage,
    answers: Mapping[str, Any],
    happened: Happened,
    notice: str,
    gaps: Sequence[Gap] = (),
) -> HttpResponse:
    names = {spec.name for spec in found.fields}
    content = {
        **head(found.page),
        "found": found,
        "controls": answer_controls(answer_fields(found.fields, answers, gaps)),
        "happened": happened,
        "when_gaps": [gap.sentence for gap in gaps if gap.field == "happened_at"],
        "other_gaps": [gap.sentence for gap in gaps if gap.field not in names | {"happened_at"}],
        "wrong": bool(gaps),
        "notice": notice,
    }
    return render(request, "web/requests/step.html", content, status=422 if gaps else 200)
