"""Whether a value from elsewhere (the wizard, an earlier request) can stand in a field. Judges no content."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.forged import misfit
from comity.casework.rules.shapes import blank


def fitting(spec: FieldSpec, value: Any) -> Any:
    """The value as far as the field offers it; None where nothing of it fits or it says nothing.

    Of several choices those are kept that the field offers; one choice stands alone in a field that takes several.
    """
    if spec.shape is Shape.CHOICES:
        wanted = value if isinstance(value, list) else [value]
        value = [choice.value for choice in spec.choices if choice.value in wanted]
    return None if value is None or misfit(spec, value) or blank(value) else value
