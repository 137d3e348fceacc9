"""What a domain refused, sorted to the fields of the page that asked. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from comity.casework.rules.refusal import Refused

Complaints = Mapping[str, tuple[str, ...]]


def complaints(problem: Refused) -> Complaints:
    """Sentences by the name of the field they are about."""
    found: dict[str, tuple[str, ...]] = {}
    for gap in problem.gaps:
        found[gap.field] = (*found.get(gap.field, ()), gap.sentence)
    return found


def complain(form: forms.Form, problem: Refused) -> None:
    """Put each sentence beside its field; what is about no field of this form stands above it."""
    for gap in problem.gaps:
        form.add_error(gap.field if gap.field in form.fields else None, gap.sentence)
