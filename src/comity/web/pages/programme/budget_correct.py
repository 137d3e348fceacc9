"""Correcting or reversing a commitment or a payment, with the reason. Nothing is deleted. For programme officers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity.casework.rules.refusal import NotFound
from comity.kernel.sayable import said
from comity.kernel.words import noted
from comity.people.rules.refusal import Refused
from comity.programme.actions.correct_commitment import correct_commitment
from comity.programme.actions.correct_payment import correct_payment
from comity.programme.actions.reverse_commitment import reverse_commitment
from comity.programme.actions.reverse_payment import reverse_payment
from comity.programme.queries.budget_line import EntryView, LineSheet
from comity.web.pages.programme.budget_edit import FORM, opened, shown
from comity.web.pages.programme.budget_forms import CorrectedCommitment, CorrectedPayment, ReasonForm

COMMITMENT, PAYMENT = "commitment", "payment"
_CORRECT = {COMMITMENT: noted("Correct the commitment"), PAYMENT: noted("Correct the payment")}
_REVERSE = {COMMITMENT: noted("Reverse the commitment"), PAYMENT: noted("Reverse the payment")}
_CORRECTED = {
    COMMITMENT: noted("The commitment is corrected; the earlier one stays, reversed."),
    PAYMENT: noted("The payment is corrected; the earlier one stays, reversed."),
}
_REVERSED = {
    COMMITMENT: noted("The commitment is reversed; it counts no longer."),
    PAYMENT: noted("The payment is reversed; it counts no longer."),
}


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
            messages.success(request, said(_CORRECTED[sort]))
            return redirect("budget-line", code, number)
    return shown(request, frame, form, said(_CORRECT[sort]), said(_CORRECT[sort]), line, on=wrong)


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
            messages.success(request, said(_REVERSED[sort]))
            return redirect("budget-line", code, number)
    return shown(request, frame, form, said(_REVERSE[sort]), said(_REVERSE[sort]), line, on=wrong)


def _entry(line: LineSheet, number: int, sort: str) -> EntryView:
    """Raises NotFound."""
    commitments = [each.entry for each in line.commitments]
    payments = [paid for each in line.commitments for paid in each.payments]
    for each in commitments if sort == COMMITMENT else payments:
        if each.number == number:
            return each
    raise NotFound(sort)
