"""The form of a project: what it is for, when it runs, for whom, by whom. Rules are the domain's."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django import forms

from comity.programme.rules.project_draft import ProjectDraft
from comity.web.day_field import day_field
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import codes_in, lines_field, long_field


class ProjectForm(PlainForm):
    """With `code` for a new project only: it stands in addresses, and stays."""

    code = forms.CharField(
        label="Code", max_length=60, help_text="For its address: small letters, figures and hyphens. It stays."
    )
    name = forms.CharField(label="Name", max_length=200)
    theme = forms.CharField(label="Theme", required=False, max_length=200, help_text="In a few words.")
    objective = long_field("Objective", 4)
    starts = day_field("First day")
    ends = day_field("Last day")
    countries = forms.CharField(
        label="Countries", required=False, max_length=1000, help_text="Two letters each: AM AZ BY GE MD UA"
    )
    budget = forms.DecimalField(
        label="Budget", required=False, max_digits=14, decimal_places=2, min_value=0, help_text="Empty: not known."
    )
    currency = forms.CharField(label="Currency", max_length=3, help_text="Three letters.")
    budget_is_approximate = forms.BooleanField(label="The budget is approximate", required=False)
    funders = lines_field("Funded by", "Institutions, one a line.")
    implementers = lines_field("Implemented by", "Institutions, one a line.")
    partners = lines_field("Partners", "Institutions, one a line. No names of persons.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(self, draft: ProjectDraft | None = None, version: int = 0, data: Any = None) -> None:
        super().__init__(data, initial=_initial(draft, version) if draft else {"currency": "EUR"})
        if draft:
            del self.fields["code"]

    @property
    def draft(self) -> ProjectDraft:
        """What was said, once the form is clean."""
        said = dict(self.cleaned_data)
        lists = {name: tuple(said[name].splitlines()) for name in ("funders", "implementers", "partners")}
        plain = {field.name: said[field.name] for field in fields(ProjectDraft) if field.name in said}
        return ProjectDraft(**{**plain, **lists, "countries": codes_in(said["countries"])})


def _initial(draft: ProjectDraft, version: int) -> dict[str, Any]:
    return {
        **{field.name: getattr(draft, field.name) for field in fields(draft)},
        "countries": " ".join(draft.countries),
        "funders": "\n".join(draft.funders),
        "implementers": "\n".join(draft.implementers),
        "partners": "\n".join(draft.partners),
        "version": version,
    }
