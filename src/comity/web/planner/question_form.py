"""Reads the planner's question from an address: who asks whom for what, on which day's law. Plans nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import noted, say
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.question import Question
from comity.web.components.choices import country_choices, data_choices, measure_choices, stage_choices
from comity.web.form import PlainForm, dress
from comity.web.planner.fields import ChoiceOf, CountryField, LawDayField


class QuestionForm(PlainForm):
    """The line of fields above a plan. Valid once both countries are named and everything can be read; `asked` says
    whether a question was put at all, or the page merely opened."""

    def __init__(self, snapshot: Snapshot, asked: QueryDict, *, requester: str) -> None:
        said = _with_defaults(asked, requester)
        self.asked = "to" in asked
        super().__init__(said if self.asked else None, initial=said, auto_id="ask-%s")
        self.fields |= _fields(snapshot, _code(said["from"]), _code(said.get("to", "")))
        for field in self.fields.values():
            dress(field)

    def question(self) -> Question:
        """The question of a form that is valid."""
        read: Mapping[str, Any] = self.cleaned_data
        return Question(
            read["from"], read["to"], read["measure"], read["at"], read["data"], read["urgent"], read["stage"]
        )

    def order(self) -> Criterion:
        """The criterion of a form that is valid."""
        return Criterion(self.cleaned_data["order"])


def _fields(snapshot: Snapshot, requester: str, requested: str) -> dict[str, forms.Field]:
    """The fields in the order in which one reads them; both selects keep what is chosen."""
    order = forms.HiddenInput()
    return {
        "from": CountryField(noted("Who asks"), country_choices(snapshot, chosen=requester)),
        "to": CountryField(noted("Whom"), country_choices(snapshot, chosen=requested), empty=say("Choose a country")),
        "measure": ChoiceOf(Measure, measure_choices(), Measure.PRESERVE, label=noted("What is needed")),
        "data": ChoiceOf(DataType, data_choices(), None, label=noted("Which data")),
        "stage": ChoiceOf(Stage, stage_choices(), Stage.PRE_TRIAL, label=noted("Stage")),
        "at": LawDayField(snapshot),
        "urgent": forms.BooleanField(label=noted("Urgent"), required=False),
        "order": ChoiceOf(Criterion, (), Criterion.TIME, label=noted("Order"), widget=order),
    }


def _with_defaults(asked: QueryDict, requester: str) -> dict[str, str]:
    """What the address says, and what it means where it says nothing."""
    said = {name: str(asked.get(name) or "") for name in asked}
    return {"from": requester, "measure": Measure.PRESERVE.value, "at": clock.today().isoformat()} | said


def _code(text: str) -> str:
    """The text where it could be a country's code: the select then keeps it."""
    text = text.strip().upper()
    try:
        return str(CountryCode(text))
    except ValueError:
        return ""
