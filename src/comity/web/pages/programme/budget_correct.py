"""Correcting or reversing a commitment or a payment, with the reason. Nothing is deleted. For programme officers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity.casework.rules.refusal import NotFound
from comity.people.rules.refusal import Refused
from comity.programme.actions.correct_commitment import correct_commitment
from comity.programme.actions.correct_payment import correct_payment
from comity.programme.actions.reverse_commitment import reverse_commitment
from comity.programme.actions.reverse_payment import reverse_payment
from comity.programme.queries.budget_line import EntryView, LineSheet
from comity.web.pages.programme.budget_edit import FORM, opened, shown
from comity.web.pages.programme.budget_forms import CorrectedCommitment, CorrectedPayment, ReasonForm

COMMITMENT = "commitment"


@FORM
def correct(request: HttpRequest, code: str, number: int, entry: int, sort: str) -> HttpResponse:
    """The entry as it should stand, and why. Raises NotEntitled, NotFound."""
    user, frame, line = opened(request, code, number)
    wrong = _entry(line, entry, sort)
    initial = {name: getattr(wrong, name) for name in ("reference", "says", "amount", "currency", "day")}
    form = (CorrectedCommitment if sort == COMMITMENT else CorrectedPayment)(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if isinstance(form, CorrectedCommitment):
                correct_commitment(code, entry, form.words, reason, by=user)
            else:
                correct_payment(code, entry, form.words, reason, by=user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"The {sort} is corrected; the earlier one stays, reversed.")
            return redirect("budget-line", code, number)
    return shown(request, frame, form, f"Correct the {sort}", f"Correct the {sort}", line, on=wrong)


@FORM
def reverse(request: HttpRequest, code: str, number: int, entry: int, sort: str) -> HttpResponse:
    """The entry counts no longer, and why. Raises NotEntitled, NotFound."""
    user, frame, line = opened(request, code, number)
    wrong = _entry(line, entry, sort)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = reverse_commitment if sort == COMMITMENT else reverse_payment
        try:
            act(code, entry, form.cleaned_data["reason"], by=user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"The {sort} is reversed; it counts no longer.")
            return redirect("budget-line", code, number)
    return shown(request, frame, form, f"Reverse the {sort}", f"Reverse the {sort}", line, on=wrong)


def _entry(line: LineSheet, number: int, sort: str) -> EntryView:
    """Raises NotFound."""
    commitments = [each.entry for each in line.commitments]
    payments = [paid for each in line.commitments for paid in each.payments]
    for each in commitments if sort == COMMITMENT else payments:
        if each.number == number:
            return each
    raise NotFound(sort)
