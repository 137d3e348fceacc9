"""Adding to a budget: a line, a commitment, a payment; and changing a line. For programme officers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.kernel import clock
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.edit_budget_line import edit_budget_line
from comity.programme.actions.record_payment import record_payment
from comity.programme.queries.budget_line import LineSheet, line_sheet
from comity.programme.queries.project_sheet import project_sheet
from comity.programme.queries.projects import project_head
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.pages.programme.budget_forms import CommitmentForm, LineForm, MoneyForm, PaymentForm
from comity.web.pages.programme.frame import project_frame

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A new line. Raises NotEntitled, NotFound."""
    user = officer(request)
    frame = project_frame(request, code, "budget")
    initial = {"currency": frame["project"].currency, "day": min(frame["project"].starts, clock.today()), "version": 0}
    form = _line_form(request, code, initial)
    if request.method == "POST" and form.is_valid():
        try:
            number = add_budget_line(code, form.words, by=user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, say("The line is added."))
            return redirect("budget-line", code, number)
    return shown(request, frame, form, say("Add a budget line"), say("Add the line"))


@FORM
def edit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A line's words and amount. Raises NotEntitled, NotFound."""
    user, frame, line = opened(request, code, number)
    initial = {
        name: getattr(line, name) for name in ("heading", "amount", "currency", "day", "result", "activity", "source")
    }
    form = _line_form(request, code, initial | {"version": line.version})
    if request.method == "POST" and form.is_valid():
        try:
            edit_budget_line(code, number, form.words, version=form.cleaned_data["version"], by=user)
        except Refused as refusal:
            form.refuse(refusal)
        except ChangedMeanwhile as problem:
            form.add_error(None, said(str(problem)))
        else:
            messages.success(request, say("The line is saved."))
            return redirect("budget-line", code, number)
    return shown(request, frame, form, say("Change the line"), say("Save the line"), line)


@FORM
def commit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A commitment on a line. Raises NotEntitled, NotFound."""
    user, frame, line = opened(request, code, number)
    form = CommitmentForm(request.POST or None, initial={"currency": line.project_currency, "day": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            commit_money(code, number, form.words, by=user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, say("The money is committed."))
            return redirect("budget-line", code, number)
    return shown(request, frame, form, say("Commit money"), say("Commit the money"), line)


@FORM
def pay(request: HttpRequest, code: str, number: int, entry: int) -> HttpResponse:
    """A payment on a commitment. Raises NotEntitled, NotFound."""
    user, frame, line = opened(request, code, number)
    on = next((each.entry for each in line.commitments if each.entry.number == entry), None)
    currency = on.currency if on else line.project_currency
    form = PaymentForm(request.POST or None, initial={"currency": currency, "day": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            record_payment(code, entry, form.words, by=user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, say("The payment is recorded."))
            return redirect("budget-line", code, number)
    return shown(request, frame, form, say("Record a payment"), say("Record the payment"), line, on=on)


def officer(request: HttpRequest) -> Person:
    """Whoever is signed in, where that is a programme officer. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    return user


def opened(request: HttpRequest, code: str, number: int) -> tuple[Person, dict[str, Any], LineSheet]:
    """The officer, the project's frame and the line. Raises NotEntitled, NotFound."""
    user = officer(request)
    return user, project_frame(request, code, "budget"), line_sheet(code, number, clock.today())


def shown(
    request: HttpRequest,
    frame: dict[str, Any],
    form: MoneyForm,
    heading: str,
    verb: str,
    line: LineSheet | None = None,
    **more: Any,
) -> HttpResponse:
    """The page of a form."""
    content = frame | {"form": form, "what": heading, "verb": verb, "line": line, **more}
    return render(request, "web/programme/budget_form.html", content, status=422 if form.errors else 200)


def _line_form(request: HttpRequest, code: str, initial: dict[str, Any]) -> LineForm:
    sheet = project_sheet(project_head(code, clock.today()), clock.today())
    results = [(each.number, f"{each.number}: {each.says}") for each in sheet.results]
    activities = [(each.code, each.title) for each in sheet.activities]
    return LineForm(results, activities, data=request.POST or None, initial=initial)
