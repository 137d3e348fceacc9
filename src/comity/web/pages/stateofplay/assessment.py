"""One assessment: its questions and answers, answering one, and the steps from draft to sign-off."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import Person, person
from comity.people.queries.roles import roles_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.stateofplay.actions.answer_item import answer_item
from comity.stateofplay.actions.carry_over_answers import carry_over_answers
from comity.stateofplay.actions.return_assessment import return_assessment
from comity.stateofplay.actions.send_for_review import send_for_review
from comity.stateofplay.actions.sign_off_assessment import sign_off_assessment
from comity.stateofplay.queries.assessments import AnswerView, assessment_view
from comity.stateofplay.rules.assessment import NotNow
from comity.stateofplay.rules.refusal import ChangedMeanwhile, QuestionnaireChanged
from comity.web.form import PlainForm

Problems = (NotNow, ChangedMeanwhile, QuestionnaireChanged, Refused)


class AnswerForm(PlainForm):
    """An answer with what it rests on. What the scale allows is the question's."""

    value = forms.CharField(
        label=noted("Answer"),
        error_messages={"required": noted("There is no answer. Give one, or say that it is not known.")},
    )
    unknown = forms.BooleanField(label=noted("Not known"), required=False)
    source = forms.CharField(
        label=noted("Source"),
        help_text=noted("The law, document or authority it rests on."),
        error_messages={
            "required": noted("This answer has no source. Name the law, document or authority it rests on.")
        },
    )
    evidence = forms.CharField(label=noted("Evidence"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    note = forms.CharField(label=noted("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, answer: AnswerView, data: Any = None) -> None:
        value = "\n".join(answer.value) if isinstance(answer.value, list) else answer.value
        own = {"value": value, "unknown": not answer.known, "source": answer.source, "evidence": answer.evidence}
        super().__init__(data, initial={**own, "note": answer.note, "version": answer.version})
        if data and data.get("unknown"):
            self.fields["value"].required = self.fields["source"].required = False
        field = self.fields["value"]
        if choices := answer.item.scale.choices:
            field.widget = forms.RadioSelect(
                choices=[(word, said(word)) for word in choices], attrs={"class": "form-check-input"}
            )
        elif answer.item.scale != "count":
            field.widget = forms.Textarea(attrs={"rows": 5, "class": "form-control"})
        field.help_text = say("One entry a line.") if answer.item.scale == "entries" else ""


@require_safe
def assessment(request: HttpRequest, number: int) -> HttpResponse:
    """All questions with their answers, and what may be done now."""
    user = person(request.user)
    content = {"view": assessment_view(number), "may_edit": Role.EDITOR in roles_of(user)}
    return render(request, "web/stateofplay/assessment.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, number: int, item: str) -> HttpResponse:
    """One question; saving goes on to the next."""
    user = person(request.user)
    view = assessment_view(number)
    answers = view.answers
    place = next((place for place, found in enumerate(answers) if found.item.id == item), None)
    if place is None:
        raise Http404
    following = answers[place + 1].item.id if place + 1 < len(answers) else ""
    form = AnswerForm(answers[place], request.POST or None)
    if form.is_valid() and _saved(form, number, item, user):
        return redirect("assessment-answer", number, following) if following else redirect("assessment", number)
    content = {"view": view, "answer": answers[place], "form": form, "place": place + 1, "following": following}
    return render(request, "web/stateofplay/answer.html", content, status=422 if form.errors else 200)


def _saved(form: AnswerForm, number: int, item: str, user: Person) -> bool:
    said = form.cleaned_data
    words = {name: said[name] for name in ("evidence", "source", "note", "version")}
    try:
        answer_item(number, item, said["value"], known=not said["unknown"], **words, by=user)
    except Refused as refusal:
        form.add_error(refusal.field, refusal.sentence)
    except (NotNow, ChangedMeanwhile, QuestionnaireChanged) as problem:
        form.add_error(None, str(problem))
    return not form.errors


@require_POST
def step(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Send, return, sign off or carry over. What stands in the way is said on the assessment's page."""
    user, version = person(request.user), request.POST.get("version", "")
    if not (version.isascii() and version.isdigit() and len(version) < 10):  # noqa: PLR2004
        raise Http404
    try:
        _take(verb, number, int(version), request.POST.get("reason", ""), user)
    except Problems as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said(_DONE[verb]))
    return redirect("assessment", number)


def _take(verb: str, number: int, version: int, reason: str, user: Person) -> None:
    if verb == "send":
        send_for_review(number, version=version, by=user)
    elif verb == "return":
        return_assessment(number, reason, version=version, by=user)
    elif verb == "sign-off":
        sign_off_assessment(number, version=version, by=user)
    elif verb == "carry-over":
        carry_over_answers(number, version=version, by=user)
    else:
        raise Http404


_DONE = {
    "send": noted("The assessment is in review. Another editor signs it off."),
    "return": noted("The assessment is a draft again."),
    "sign-off": noted("The assessment is signed off. The overview repeats what it says from now on."),
    "carry-over": noted("The answers are carried over. Questions that read otherwise wait for an answer."),
}
