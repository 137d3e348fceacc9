"""One case: its requests with their clocks, its notes, its story, and who may see it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from comity.casework.actions.add_case_note import add_case_note
from comity.casework.actions.admit_to_case import admit_to_case
from comity.casework.queries.case_page import CasePage, case_page
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.web.components.complaints import complain
from comity.web.components.story import story
from comity.web.form import PlainForm
from comity.web.pages.cases.open_case import colleagues


class NoteForm(PlainForm):
    text = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "What was said on the telephone, what a colleague must not forget. It cannot be changed later."
        ),
        error_messages={"required": gettext_lazy("Nothing is written here. Write a few words.")},
    )


class AdmitForm(PlainForm):
    username = forms.ChoiceField(
        label=gettext_lazy("Let somebody in"), error_messages={"required": gettext_lazy("Choose a colleague first.")}
    )

    def __init__(self, *args: Any, opener: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["username"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  as declared above
        field.choices = [("", say("Choose a colleague")), *colleagues(opener)]
        field.error_messages["invalid_choice"] = say("This is no user who can see cases. Choose from the list.")


@require_safe
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The case. Raises NotFound, for a hidden one too."""
    user = person(request.user)
    return _page(request, user, case_page(user, reference))


@require_POST
def add_note(request: HttpRequest, reference: str) -> HttpResponse:
    """Adds a note. Raises NotFound, NotEntitled."""
    user = person(request.user)
    form = NoteForm(request.POST)
    try:
        add_case_note(reference, request.POST.get("text", ""), by=user)
    except Refused as problem:
        form.is_valid()
        if not form.errors:
            complain(form, problem)
        return _page(request, user, case_page(user, reference), note=form)
    messages.success(request, say("The note is added."))
    return redirect("case", reference)


@require_POST
def admit(request: HttpRequest, reference: str) -> HttpResponse:
    """Lets somebody into a restricted case. Raises NotFound, NotEntitled."""
    user = person(request.user)
    form = AdmitForm(request.POST, opener=user)
    page = case_page(user, reference)
    if not form.is_valid():
        return _page(request, user, page, admission=form)
    try:
        admit_to_case(reference, form.cleaned_data["username"], by=user)
    except Refused as problem:
        complain(form, problem)
        return _page(request, user, page, admission=form)
    messages.success(request, say("They can see the case from now on."))
    return redirect("case", reference)


def _page(
    request: HttpRequest,
    user: Person,
    page: CasePage,
    *,
    note: NoteForm | None = None,
    admission: AdmitForm | None = None,
) -> HttpResponse:
    content = {
        "page": page,
        "story": story(page.timeline, naming=True, zone=user.zone),
        "note": note or NoteForm(),
        "admission": (admission or AdmitForm(opener=user)) if page.restricted and page.may_note else None,
    }
    return render(request, "web/cases/case.html", content, status=422 if note or admission else 200)
