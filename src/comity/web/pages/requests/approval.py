"""Approving, signing and sending a request: the last step, by another person than the one who drafted it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.withdraw_request import withdraw_request
from comity.casework.queries.request_page import RequestPage, request_page
from comity.casework.queries.request_state import request_state
from comity.casework.rules.changes import changes
from comity.casework.rules.refusal import ChangedMeanwhile, Incomplete, Refused
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import Verb
from comity.documents.adapters.node_key import NodeKeyProblem
from comity.documents.rules.printable import NotPrintable
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.complaints import complain
from comity.web.components.field_texts import field_texts
from comity.web.components.wizard import APPROVAL, of_request
from comity.web.form import PlainForm
from comity.web.pages.requests.approval_forms import ReturnForm, SentForm, WithdrawForm
from comity.web.pages.requests.head import head, not_ours
from comity.web.pages.requests.version import version_of


@require_safe
def approval(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter, what changed since somebody last looked, and what this user may do with it. Raises NotFound."""
    return _page(request, request_page(person(request.user), reference))


@require_safe
def state(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether the node still reads the signed letter back: the same words, or the whole page anew. Raises NotFound."""
    found = request_state(person(request.user), reference)
    if not found.being_checked:
        return HttpResponseClientRefresh()
    return render(request, "web/requests/being_checked.html", {"reference": reference})


@require_POST
def approve(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound; NotAllowed for whoever drafted or edited it, or is no approver."""
    user = person(request.user)
    return _decide(
        request,
        reference,
        lambda: approve_request(reference, version=version_of(request), by=user),
        say("Approved. It can be signed."),
    )


@require_POST
def sign(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    user = person(request.user)
    return _decide(
        request,
        reference,
        lambda: sign_request(reference, version=version_of(request), by=user),
        say("Signed. What is signed no longer changes."),
    )


@require_POST
def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    form = ReturnForm(request.POST)
    user = person(request.user)
    return _say(
        request,
        reference,
        form,
        "returning",
        lambda: return_for_changes(reference, form.data.get("reason", ""), by=user),
        say("Returned for changes. Whoever drafted it finds it on their desk, with your reason."),
    )


@require_POST
def mark_sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    form = SentForm(request.POST)
    user = person(request.user)
    if not form.is_valid():
        return _page(request, request_page(user, reference), sending=form)
    return _say(
        request,
        reference,
        form,
        "sending",
        lambda: mark_request_sent(reference, **form.cleaned_data, by=user),
        say("Noted. Its clocks run from that day; what runs out stands on the desk."),
    )


@require_POST
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    form = WithdrawForm(request.POST)
    user = person(request.user)
    return _say(
        request,
        reference,
        form,
        "withdrawing",
        lambda: withdraw_request(reference, form.data.get("reason", ""), by=user),
        say("Withdrawn. It stays here to be read."),
    )


def _decide(request: HttpRequest, reference: str, act: Callable[[], Any], done: str) -> HttpResponse:
    """A decision without words of its own: what stands in its way is said on the page."""
    try:
        act()
    except Incomplete as problem:
        messages.error(
            request,
            say("Nothing was done: it is no longer complete. {problem} Return it for changes.", problem=problem),
        )
    except (ChangedMeanwhile, NotPrintable, NodeKeyProblem) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, done)
    return redirect("request-approval", reference)


def _say(
    request: HttpRequest, reference: str, form: PlainForm, name: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    """A step with words: what is wrong with them stands beside them, and they are still there."""
    try:
        act()
    except Refused as problem:
        form.is_valid()
        if not form.errors:
            complain(form, problem)
        return _page(request, request_page(person(request.user), reference), **{name: form})
    messages.success(request, done)
    return redirect("request-approval", reference)


def _page(request: HttpRequest, page: RequestPage, **forms: PlainForm) -> HttpResponse:
    if elsewhere := not_ours(request, page):
        return elsewhere
    found = changes(page.entries)
    zone = ZoneInfo(page.requested.zone)
    content = {
        **head(page),
        "wizard": of_request(APPROVAL, page.line.reference, editable=page.may(Verb.EDIT)),
        "why_not": {step.verb.name.lower(): step.why_not for step in page.steps},
        "may": {step.verb.name.lower(): step.possible for step in page.steps},
        "changes": found,
        "changed": _changed(page, found.fields),
        "returning": ReturnForm(),
        "withdrawing": WithdrawForm(auto_id="withdraw_%s"),
        "sending": SentForm(initial={"sent_on": clock.today(zone), "channel": _channel(page)}),
        **forms,
    }
    return render(request, "web/requests/approval.html", content, status=422 if forms else 200)


def _channel(page: RequestPage) -> str:
    """The channel of the way that was chosen, as a suggestion."""
    label = str(page.plan.get("route", {}).get("channel_label", ""))
    return f"{label[:1].upper()}{label[1:]}"


def _changed(page: RequestPage, names: frozenset[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Label and present value of each field that was edited, in the form's order."""
    return [
        (spec.label, field_texts(spec, page.content.get(spec.name)) or ("Emptied",))
        for spec in kind(page.line.kind)
        if spec.name in names
    ]
