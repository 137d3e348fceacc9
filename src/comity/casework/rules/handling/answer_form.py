"""The form of a step with a request, ready to be drawn like the form of the request itself. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from comity.casework.rules.fields import FieldSpec
from comity.casework.rules.form import FormField
from comity.casework.rules.gap import Gap


def answer_fields(
    specs: Iterable[FieldSpec], answers: Mapping[str, Any], gaps: Sequence[Gap] = ()
) -> tuple[FormField, ...]:
    """The fields with what was answered, and beside each what was wrong with it."""
    return tuple(
        FormField(
            spec=spec,
            value=answers.get(spec.name),
            required=spec.requirement.applies(answers),
            relevant=spec.requirement.relevant(answers),
            gaps=tuple(gap.sentence for gap in gaps if gap.field == spec.name),
            advice=(),
        )
        for spec in specs
    )
