"""What people refused, put beside the field of the page that asked. Judges nothing."""

from __future__ import annotations

from django import forms

from comity.people.rules.refusal import Refused


def tell(form: forms.Form, problem: Refused) -> None:
    """The sentence stands at its field; above the form where it is about none of its fields."""
    form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
