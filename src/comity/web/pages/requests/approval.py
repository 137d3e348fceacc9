"""Approving, signing and sending a request: the last step, by another person than the one who drafted it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.withdraw_request import withdraw_request
from comity.casework.queries.request_page import request_page
from comity.casework.queries.request_state import request_state
from comity.casework.rules.refusal import ChangedMeanwhile, Incomplete, Refused
from comity.documents.adapters.trust.trusted import TrustProblem
from comity.documents.rules.printable import NotPrintable
from comity.documents.rules.signature import NotSigned
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.complaints import complain
from comity.web.form import PlainForm
from comity.web.pages.requests.approval_forms import ReturnForm, SentForm, WithdrawForm
from comity.web.pages.requests.approval_page import approval_response
from comity.web.pages.requests.version import version_of

OWN_KEY = "?key=own"
"""Opens the page with the officer's own key chosen, so that a second try does not sign with the node's by mistake."""


@require_safe
def approval(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter, what changed since somebody last looked, and what this user may do with it. Raises NotFound."""
    return approval_response(request, request_page(person(request.user), reference))


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
    return decide(
        request,
        reference,
        lambda: approve_request(reference, version=version_of(request), by=user),
        say("Approved. It can be signed."),
    )


@require_POST
def sign(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    user = person(request.user)
    return decide(
        request,
        reference,
        lambda: sign_request(reference, version=version_of(request), by=user, own_key=request.POST.get("key") == "own"),
        say("Signed. What is signed no longer changes."),
        again=OWN_KEY if request.POST.get("key") == "own" else "",
    )


@require_POST
def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    form = ReturnForm(request.POST)
    user = person(request.user)
    return decide_in_words(
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
        return approval_response(request, request_page(user, reference), sending=form)
    return decide_in_words(
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
    return decide_in_words(
        request,
        reference,
        form,
        "withdrawing",
        lambda: withdraw_request(reference, form.data.get("reason", ""), by=user),
        say("Withdrawn. It stays here to be read."),
    )


def decide(request: HttpRequest, reference: str, act: Callable[[], Any], done: str, *, again: str = "") -> HttpResponse:
    """A decision without words of its own: what stands in its way is said on the page, as `again` has it open."""
    try:
        act()
    except Incomplete as problem:
        messages.error(
            request,
            say("Nothing was done: it is no longer complete. {problem} Return it for changes.", problem=problem),
        )
    except (ChangedMeanwhile, NotPrintable, NotSigned, TrustProblem) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, done)
        again = ""
    return redirect(reverse("request-approval", args=[reference]) + again)


def decide_in_words(
    request: HttpRequest, reference: str, form: PlainForm, name: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    """A step with words: what is wrong with them stands beside them, and they are still there."""
    try:
        act()
    except Refused as problem:
        form.is_valid()
        if not form.errors:
            complain(form, problem)
        return approval_response(request, request_page(person(request.user), reference), **{name: form})
    messages.success(request, done)
    return redirect("request-approval", reference)
