"""The form that a kind's declaration makes, with this content's values and gaps. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from comity.casework.rules.bundle.gaps import NOTHING, Beside
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.gap import Gap
from comity.casework.rules.gate import advice_beside, check, in_order
from comity.casework.rules.identifiers import identified
from comity.casework.rules.translations import by_field
from comity.kernel.words import say


@dataclass(frozen=True, slots=True)
class FormField:
    """A field with its value. `relevant` is false where another field's value leaves it no place. `beside` are the
    translations of a long text, by language."""

    spec: FieldSpec
    value: Any
    required: bool
    relevant: bool
    gaps: tuple[str, ...]
    advice: tuple[str, ...]
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> str:
        """Identifiers as the lines of a text box."""
        items = self.value if isinstance(self.value, list) else []
        return "\n".join(str(item.get("text", "")) for item in items if isinstance(item, dict))

    @property
    def read(self) -> tuple[str, ...]:
        """Identifiers as they were understood."""
        if self.spec.shape is not Shape.IDENTIFIERS or not isinstance(self.value, list):
            return ()
        return tuple(f"{say(one.type.label)}: {one}" for one in identified(self.value))


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of the form; `open_gaps` counts what stops the request here."""

    number: str
    title: str
    help: str
    fields: tuple[FormField, ...]
    open_gaps: int


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form. `done` of `total` required fields are in order; `general` are gaps that no single field has."""

    sections: tuple[FormSection, ...]
    gaps: tuple[Gap, ...]
    advice: tuple[Gap, ...]
    general: tuple[Gap, ...]
    done: int
    total: int

    @property
    def complete(self) -> bool:
        return not self.gaps


def form(kind: Kind, content: Mapping[str, Any], today: date, *, beside: Beside = NOTHING) -> Form:
    """The form for `content`, saved or just typed; `today` as in `gate.check`. `beside` is what stops or would better
    the request and stands in no field: what goes along with it."""
    own = check(kind, content, today)
    gaps = (*own, *beside.gaps)
    advice = (*advice_beside(kind, content, own, today), *beside.advice)
    done, total = in_order(kind, content, gaps)
    return Form(
        sections=tuple(_section(section, content, gaps, advice) for section in kind.sections),
        gaps=gaps,
        advice=advice,
        general=tuple(gap for gap in gaps if gap.field not in kind.fields),
        done=done,
        total=total,
    )


def _section(
    section: Section, content: Mapping[str, Any], gaps: tuple[Gap, ...], advice: tuple[Gap, ...]
) -> FormSection:
    apart = by_field(content)
    fields = tuple(
        FormField(
            spec=spec,
            value=content.get(spec.name),
            required=spec.requirement.applies(content),
            relevant=spec.requirement.relevant(content),
            gaps=tuple(gap.sentence for gap in gaps if gap.field == spec.name),
            advice=tuple(gap.sentence for gap in advice if gap.field == spec.name),
            beside=apart.get(spec.name, {}),
        )
        for spec in section.fields
    )
    return FormSection(section.number, section.title, section.help, fields, sum(len(each.gaps) for each in fields))
