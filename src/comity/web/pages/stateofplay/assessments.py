"""Assessments: the list, starting one, reading one, comparing two. Changes are made elsewhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.kernel.words import noted, say
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.stateofplay.actions.start_assessment import start_assessment
from comity.stateofplay.queries.assessments import assessment_lines, assessment_view, compared
from comity.stateofplay.queries.progress import country_progress
from comity.web.form import PlainForm
from comity.web.pages.stateofplay.pictures import framed


class StartForm(PlainForm):
    """Which questionnaire, of which country, as of when."""

    country = forms.ChoiceField(label=noted("Country"))
    questionnaire = forms.ChoiceField(label=noted("Questionnaire"))
    as_of = forms.DateField(
        label=noted("As of"),
        help_text=noted("The day whose state is described."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": noted("This is not a day. Write it as 2017-06-16.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        snapshot = node_snapshot()
        countries, questionnaires = self.fields["country"], self.fields["questionnaire"]
        if isinstance(countries, forms.ChoiceField) and isinstance(questionnaires, forms.ChoiceField):
            countries.choices = [(code, country_words(code)) for code in sorted(snapshot.countries)]
            questionnaires.choices = [(name, found.title) for name, found in snapshot.questionnaires.items()]


@require_safe
def assessments(request: HttpRequest) -> HttpResponse:
    """The list; two of a country can be chosen to compare."""
    user = person(request.user)
    content = {"lines": assessment_lines(), "may_edit": Role.EDITOR in roles_of(user)}
    return render(request, "web/stateofplay/assessments.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Start an assessment, then go to its questions."""
    form = StartForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            number = start_assessment(
                CountryCode(said["country"]), said["questionnaire"], said["as_of"], by=person(request.user)
            )
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            return redirect("assessment", number)
    return render(request, "web/stateofplay/start.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two assessments, the earlier first, whichever way they were named."""
    lines = assessment_lines()
    named = [text for text in (request.GET.get("one", ""), request.GET.get("other", "")) if text]
    if len(named) < 2 or not all(text.isascii() and text.isdigit() and len(text) < 10 for text in named):  # noqa: PLR2004
        return render(request, "web/stateofplay/compare.html", {"lines": lines})
    earlier, later = sorted((assessment_view(int(text)) for text in named), key=lambda view: view.line.as_of)
    problem = ""
    if earlier.line.country != later.line.country:
        problem = say("These two are of different countries. Choose two of one country.")
    content: dict[str, Any] = {"lines": lines, "earlier": earlier, "later": later, "problem": problem}
    if not problem:
        content["differences"] = compared(earlier, later)
        picture = country_progress(CountryCode(later.line.country))
        if not picture.empty:
            address = reverse("assessments-chart", args=[later.line.country])
            content["charts"] = [framed(request, picture, address, {})]
    return render(request, "web/stateofplay/compare.html", content, status=422 if problem else 200)
