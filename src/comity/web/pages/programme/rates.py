"""Rates of exchange: those that are known, and the form by which programme officers enter or correct one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.access import expect_reader
from comity.programme.actions.set_rate import set_rate
from comity.programme.queries.rates import RateList, rate_of
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.components.paging import page_of
from comity.web.pages.programme.budget_forms import RateForm


@require_http_methods(["GET", "HEAD", "POST"])
def rates(request: HttpRequest) -> HttpResponse:
    """The youngest first. Raises NotEntitled."""
    user = person(request.user)
    expect_reader(user)
    form = RateForm(request.POST or None, initial={"quote": "EUR", "day": clock.today(), "version": 0})
    if request.method == "POST" and form.is_valid():
        try:
            set_rate(form.words, version=form.cleaned_data["version"], by=user)
        except Refused as refusal:
            form.refuse(refusal)
        except ChangedMeanwhile:
            form = _compared(form)
        else:
            messages.success(request, say("The rate is kept."))
            return redirect("rates")
    content = {
        "page": page_of(request, RateList()),
        "form": form,
        "may_change": Role.PROGRAMME_OFFICER in roles_of(user),
    }
    return render(request, "web/programme/rates.html", content, status=422 if form.errors else 200)


def _compared(form: RateForm) -> RateForm:
    """The form again with what was typed: it says which rate is there, and saving once more replaces it."""
    words = form.words
    there = rate_of(words.currency.strip().upper(), words.quote.strip().upper(), words.day)
    said = {name: form.data.get(name, "") for name in form.fields}
    again = RateForm({**said, "version": there.version if there else 0})
    again.full_clean()
    if there is None:
        again.add_error(None, say("The rate of this day has gone meanwhile. Save again to enter it."))
    else:
        known = say("For this day {figure} is recorded ({source}).", figure=there.figure, source=there.source)
        sentence = say("{known} Save again to replace it; the ledger keeps both.", known=known)
        again.add_error("rate", sentence)
    return again
