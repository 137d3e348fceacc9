"""What a stranger's machine-readable request says, in lines to read. Trusts none of it: shows text, follows nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import Need
from comity.casework.rules.registry import kinds
from comity.kernel.words import say
from comity.web.components.field_texts import field_texts, shortened


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its label and what it says, a text for each line."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """The request: `main` are the fields that its kind demands, `others` the rest, both in the form's order."""

    kind: str
    reference: str
    main: tuple[Line, ...]
    others: tuple[Line, ...]


def attached(request: Any) -> Attached | None:
    """The request of the attachment; None where it is not one of ours, or of a kind that this node does not know."""
    about, content = _object(request, "comity"), _object(request, "content")
    kind = kinds().get(str(about.get("kind")))
    if kind is None or not content:
        return None
    main, others = _lines(kind, content, demanded=True), _lines(kind, content, demanded=False)
    return Attached(say(kind.label), shortened(request.get("reference", "")), tuple(main), tuple(others))


def _object(value: Any, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _lines(kind: Kind, content: Mapping[str, Any], *, demanded: bool) -> Iterator[Line]:
    for spec in kind:
        texts = field_texts(spec, content.get(spec.name))
        if texts and demanded is (spec.requirement.need is Need.REQUIRED):
            yield Line(say(spec.label), texts)
