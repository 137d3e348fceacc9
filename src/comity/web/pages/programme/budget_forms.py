"""Forms on money. Amounts are taken as written; what they must hold is the domain's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypeVar

from django import forms

from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.budget.written import CommitmentWords, LineWords, PaymentWords, RateWords
from comity.web.day_field import day_field
from comity.web.form import PlainForm

Words = TypeVar("Words", LineWords, CommitmentWords, PaymentWords, RateWords)
AMOUNT = "For example 1234.50."
CURRENCY = "Three letters, for example EUR or GEL."


def _amount() -> forms.CharField:
    return forms.CharField(
        label="Amount",
        required=False,
        help_text=AMOUNT,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


def _currency(label: str = "Currency") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        help_text=CURRENCY,
        widget=forms.TextInput(attrs={"size": 4, "autocomplete": "off"}),
    )


def _text(label: str, hint: str = "", rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, required=False, help_text=hint, widget=widget)


def _words(kind: type[Words], said: dict[str, Any]) -> Words:
    return kind(**{field.name: said[field.name] for field in fields(kind)})


class MoneyForm(PlainForm):
    """What every form on money does with a refusal. Fields are asked for by the domain, so none is marked optional
    but where it is."""

    optional: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name not in self.optional

    def refuse(self, refusal: Refused) -> None:
        """Put the sentence beside its field."""
        self.add_error(refusal.field if refusal.field in self.fields else None, refusal.sentence)


class LineForm(MoneyForm):
    """A budget line: what for, how much."""

    optional = frozenset({"result", "activity"})
    heading = _text("Heading", "What the money is for. Each line of a project has its own.")
    amount = _amount()
    currency = _currency()
    day = day_field(
        "Rate of", help_text="Counts where the currency is not the project's: the rate of this day converts the amount."
    )
    result = forms.ChoiceField(label="Serves result", required=False)
    activity = forms.ChoiceField(label="Pays for activity", required=False)
    source = _text("Source", "Where the line stands: the agreement, the decision.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, results: Sequence[tuple[str, str]], activities: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        choices = {
            "result": [("", say("the whole project")), *results],
            "activity": [("", say("none in particular")), *activities],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered

    @property
    def words(self) -> LineWords:
        return _words(LineWords, self.cleaned_data)


class CommitmentForm(MoneyForm):
    """A contract, an order, a decision to pay."""

    reference = _text("Reference", "Of the contract or order; once for each line.")
    says = _text("Purpose", "With whom and for what. Name institutions, not persons.", rows=2)
    amount = _amount()
    currency = _currency()
    day = day_field("Committed on")

    @property
    def words(self) -> CommitmentWords:
        return _words(CommitmentWords, self.cleaned_data)


class PaymentForm(MoneyForm):
    """Money that left."""

    reference = _text("Reference", "Of the invoice or transfer; once for each commitment.")
    amount = _amount()
    currency = _currency()
    day = day_field("Paid on")

    @property
    def words(self) -> PaymentWords:
        return _words(PaymentWords, self.cleaned_data)


class ReasonForm(MoneyForm):
    """Why an entry is corrected or reversed."""

    reason = _text("Reason", "It stays in the ledger. Name institutions, not persons.", rows=2)


class CorrectedCommitment(ReasonForm, CommitmentForm):
    """The commitment as it should stand, and why."""


class CorrectedPayment(ReasonForm, PaymentForm):
    """The payment as it should stand, and why."""


class RateForm(MoneyForm):
    """A rate of a day."""

    currency = _currency("One unit of")
    quote = _currency("is worth, in")
    rate = forms.CharField(
        label="Rate",
        help_text="For example 2.6812; eight decimals at most.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    day = day_field("On")
    source = _text("Source", "Where the rate was read.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @property
    def words(self) -> RateWords:
        return _words(RateWords, self.cleaned_data)
