"""Forms of a results framework: a line, an indicator, a period, an actual. What they must hold is the domain's."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.programme.queries.framework_line import IndicatorLine, PeriodLine
from comity.programme.queries.measures import MEASURES
from comity.programme.queries.result_lines import ResultHead
from comity.programme.rules.project import Direction
from comity.web.day_field import day_field
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import labelled

NO_FIGURE = noted("This is not a figure. Write it in digits, as 12 or 12.5.")


def _figure(label: str, help_text: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": NO_FIGURE},
    )


def _words(label: str, help_text: str = "", *, required: bool = False, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


class ResultForm(PlainForm):
    """A line of the framework."""

    number = forms.CharField(label="Number", help_text="As the project counts: 2, or 2.1.")
    says = _words("What is expected", "One sentence.", required=True)
    assumption = _words("Assumption", "What must hold for it to lead on, and is not in the project’s hands.", rows=2)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, line: ResultHead | None = None, number: str = "") -> None:
        held = (
            {"number": line.number, "says": line.says, "assumption": line.assumption, "version": line.version}
            if line
            else {"number": number, "version": 0}
        )
        super().__init__(data, initial=held)


class IndicatorForm(PlainForm):
    """What is counted, from which baseline."""

    number = forms.CharField(label="Number", help_text="As 2.a.")
    says = _words("What is counted", "So that two people count the same.", required=True, rows=2)
    unit = forms.CharField(label="Unit", required=False, help_text="Requests, countries, %, hours.")
    direction = forms.ChoiceField(label="Which way", choices=lambda: labelled(Direction))
    measure = forms.ChoiceField(
        label="Where actuals come from",
        required=False,
        choices=lambda: [
            ("", say("Entered by people, with evidence")),
            *((name, say("Computed: {figure}", figure=said(each.label))) for name, each in MEASURES.items()),
        ],
        help_text="How each figure is computed stands at the foot of the results page.",
    )
    baseline = _figure("Baseline", "Where it stood before. Leave empty what is not known.")
    baseline_on = day_field("Baseline of", required=False, example="2017-12-31")
    baseline_source = _words("Source of the baseline", "Needed with a baseline.", rows=2)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, line: IndicatorLine | None = None, number: str = "") -> None:
        held: dict[str, Any] = {"number": number, "version": 0}
        if line:
            held = {
                "number": line.number,
                "says": line.says,
                "unit": line.unit,
                "direction": line.direction.value,
                "measure": line.measure_name,
                "baseline": _plain(line.baseline),
                "baseline_on": line.baseline_on,
                "baseline_source": line.baseline_source,
                "version": line.version,
            }
        super().__init__(data, initial=held)


class PeriodForm(PlainForm):
    """Days and target."""

    starts = day_field("First day", example="2017-12-31")
    ends = day_field("Last day", example="2017-12-31")
    target = _figure("Target", "The level to be reached by the last day. Leave empty what is not set yet.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, line: PeriodLine | None = None) -> None:
        span = line.span if line else None
        held = (
            {"starts": span.starts, "ends": span.ends, "target": _plain(span.target), "version": line.version}
            if line and span
            else {"version": 0}
        )
        super().__init__(data, initial=held)


class ActualForm(PlainForm):
    """What was reached, and what shows it."""

    actual = _figure("Actual", "The level at the end of the period. Leave empty what is not known.")
    evidence = _words(
        "Evidence", "Needed with a figure: the list, the report, the law that shows it. No person’s name."
    )
    source = _words("Source", "Needed with a figure: the document or register, with the place in it.", rows=2)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, line: PeriodLine) -> None:
        held = {
            "actual": _plain(line.span.actual),
            "evidence": line.evidence,
            "source": line.source,
            "version": line.version,
        }
        super().__init__(data, initial=held)


def _plain(value: Any) -> str:
    """A figure as people type it: 12, not 12.00."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
