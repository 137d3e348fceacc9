"""The fields of a step's form, ready to be drawn by the controls of a request's form."""

from __future__ import annotations

from collections.abc import Iterable

from comity.casework.rules.form import FormField
from comity.web.components.request_form import Control, control


def answer_controls(fields: Iterable[FormField]) -> tuple[Control, ...]:
    """One control a field, in their order."""
    return tuple(control(field) for field in fields)
