"""“Report an error”: anybody says what is wrong on a public page. Asks for no name and no address."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused
from comity.upkeep.actions.report_error import report_error
from comity.upkeep.rules.refusal import TooMany
from comity.web.form import PlainForm

AN_HOUR = "3600"


class ReportForm(PlainForm):
    """What is wrong; the page and the fact are carried along. How long it may be the action says, so that no browser
    holds a text back or cuts it off without a word."""

    text = forms.CharField(
        label=noted("What is wrong, and how do you know?"),
        help_text=noted("Name the law, the page or the authority that says otherwise. Leave out names of people."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": noted("Nothing is written here yet. Say what is wrong.")},
    )
    page = forms.CharField(widget=forms.HiddenInput, max_length=300)
    fact = forms.CharField(widget=forms.HiddenInput, max_length=300, required=False)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form; once sent, back to the page that it is about."""
    page, place = request.GET.get("page", "/atlas/"), request.GET.get("fact", "")[:300]
    about = {"page": page if _is_public(request, page) else "/atlas/", "fact": place}
    form = ReportForm(request.POST or None, initial=about)
    status = 200
    if form.is_valid():
        said = form.cleaned_data
        page = said["page"] if _is_public(request, said["page"]) else "/atlas/"
        try:
            address = request.META.get("REMOTE_ADDR") or ""
            report_error(page, said["text"], place=said["fact"], address=address)
        except TooMany as problem:
            form.add_error(None, str(problem))
            status = 429
        except Refused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
        else:
            messages.success(request, say("Thank you. An editor of this node looks at it."))
            return redirect(page)
    answer = render(request, "web/upkeep/report.html", {"form": form, "about": about})
    answer.status_code = status if status != 200 or not form.errors else 422  # noqa: PLR2004
    if status == 429:  # noqa: PLR2004
        answer["Retry-After"] = AN_HOUR
    return answer


def _is_public(request: HttpRequest, page: str) -> bool:
    """Whether it is the address of a page of this node that anybody may read."""
    if not url_has_allowed_host_and_scheme(page, None, require_https=request.is_secure()) or len(page) > 300:  # noqa: PLR2004
        return False
    try:
        return not getattr(resolve(page.partition("?")[0]).func, "login_required", True)
    except Resolver404:
        return False
