"""The phone log: a form of three fields, and the calls, the newest first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.log_call import LOGGERS, log_call
from comity.casework.queries.phone_log import phone_log
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.queries.roles import roles_of
from comity.web.components.complaints import complain
from comity.web.pages.duty.forms import CallForm

_MOST_DIGITS = 5


@require_http_methods(["GET", "HEAD", "POST"])
def calls(request: HttpRequest) -> HttpResponse:
    """The log; by POST, one more call. `?q=` narrows it, `?country=` begins the form. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, *CASE_ROLES)
    form = CallForm(
        request.POST if request.method == "POST" else None,
        reader=user,
        initial={"country": request.GET.get("country", "")[:2], "request_reference": request.GET.get("about", "")[:30]},
    )
    if form.is_valid():
        try:
            number = log_call(**form.answers(), by=user)
        except Refused as problem:
            complain(form, problem)
        else:
            messages.success(request, say("The call is written down."))
            return redirect("call", number)
    return _page(request, user, form)


def _page(request: HttpRequest, user: Person, form: CallForm) -> HttpResponse:
    content = {
        "form": form,
        "log": phone_log(user, request.GET.get("q", ""), _number(request.GET.get("page", ""))),
        "may_log": bool(roles_of(user).intersection(LOGGERS)),
    }
    whole = "web/duty/calls.html"
    part = request.headers.get("HX-Target") == "calls"
    return render(request, f"{whole}#log" if part else whole, content, status=422 if form.errors else 200)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 1
