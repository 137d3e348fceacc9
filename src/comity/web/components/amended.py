"""What stood in a registered request before it was corrected, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from comity.casework.queries.amendments import AmendmentView
from comity.casework.rules.arrival.typed_here import NUMBER_LABEL
from comity.casework.rules.declaration import Kind
from comity.casework.rules.translations import label_of, spec_of
from comity.kernel.words import say
from comity.web.components.field_texts import field_texts


@dataclass(frozen=True, slots=True)
class Stood:
    """A field by its label, and what stood there."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction, with what it replaced."""

    at: datetime
    by: str
    reason: str
    stood: tuple[Stood, ...]


def corrected(kind: Kind, amendments: Iterable[AmendmentView]) -> tuple[Corrected, ...]:
    """Each of `amendments` in words; a field that the kind no longer has goes by its name."""
    return tuple(Corrected(one.at, one.by, one.reason, _stood(kind, one)) for one in amendments)


def _stood(kind: Kind, one: AmendmentView) -> tuple[Stood, ...]:
    found = []
    for name, value in one.before.items():
        spec = spec_of(kind, name)
        texts = field_texts(spec, value) if spec else (str(value),)
        found.append(Stood(label_of(kind, name), texts or _nothing()))
    if one.number_before is not None:
        found.append(Stood(say(NUMBER_LABEL), (one.number_before,) if one.number_before else _nothing()))
    return tuple(found)


def _nothing() -> tuple[str, ...]:
    return (say("nothing"),)
