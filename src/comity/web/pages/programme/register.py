"""Registering for an activity by its public link: no account. Says the same to everybody, whoever is registered."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from comity.kernel import sayable
from comity.people.rules.refusal import Refused
from comity.programme.actions.register_person import register_person
from comity.programme.queries.registration import registration_by
from comity.programme.rules.refusal import NotOpen
from comity.upkeep.rules.refusal import TooMany
from comity.web.pages.programme.register_forms import RegisterForm

A_MINUTE = "60"


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, token: str) -> HttpResponse:
    """The form; once sent, the page that says so."""
    try:
        terms = registration_by(token)
        form = RegisterForm(terms, request.POST or None)
        if form.is_valid():
            try:
                address = request.META.get("REMOTE_ADDR") or ""
                consent = form.cleaned_data["consent"]
                register_person(token, form.cleaned_data["email"], form.details, consent=consent, address=address)
            except TooMany as problem:
                return _busy(request, form, sayable.said(str(problem)))
            except Refused as problem:
                form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
            else:
                return redirect("registered")
    except NotOpen:
        return render(request, "web/programme/register_closed.html", status=404)
    content = {"terms": terms, "form": form}
    return render(request, "web/programme/register.html", content, status=422 if form.errors else 200)


@login_not_required
@require_safe
def registered(request: HttpRequest) -> HttpResponse:
    """The same words for a place, the waiting list, and whoever had registered before."""
    return render(request, "web/programme/registered.html")


def _busy(request: HttpRequest, form: RegisterForm, sentence: str) -> HttpResponse:
    """What was typed, to send again, on a page that costs little: in a flood it is sent a thousand times."""
    said = [(name, request.POST.get(name, "")) for name in form.fields]
    content = {"form": form, "said": said, "sentence": sentence}
    answer = render(request, "web/programme/register_busy.html", content, status=429)
    answer["Retry-After"] = A_MINUTE
    return answer
