"""The JSON Schema (2020-12) of a draft's content, made from its kind's declaration: what is kept, however unfinished.

What the law demands on top of it is the gate's to say; what an attachment looks like, the letter's.
"""

from __future__ import annotations

from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.forged import LONGEST_TEXT, MOST_ITEMS, kept_of
from comity.casework.rules.schema import DIALECT


def content_schema(kind: Kind) -> dict[str, Any]:
    """An object with the kind's fields, none of them required."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:comity:schema:content:{kind.name}",
        "title": f"{kind.label}: content of a draft",
        "type": "object",
        "additionalProperties": False,
        "properties": {spec.name: _property(spec) for spec in kind},
    }


def _property(spec: FieldSpec) -> dict[str, Any]:
    words = {"title": spec.label, "description": f"{spec.help} ({spec.article})" if spec.article else spec.help}
    return words | {"anyOf": [_shape(spec), {"type": "null"}]}


def _shape(spec: FieldSpec) -> dict[str, Any]:
    offered = [choice.value for choice in spec.choices]
    if spec.shape is Shape.CHOICE:
        return {"enum": ["", *offered]}
    if spec.shape is Shape.CHOICES:
        return {"type": "array", "items": {"enum": offered}, "uniqueItems": True, "maxItems": MOST_ITEMS}
    return _SHAPES.get(spec.shape) or {"type": "string", "maxLength": kept_of(spec)}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


_TEXT: dict[str, Any] = {"type": "string", "maxLength": LONGEST_TEXT}

_SHAPES: dict[Shape, dict[str, Any]] = {
    Shape.YES_NO: {"type": "boolean"},
    Shape.NUMBER: {"type": "integer", "minimum": -1_000_000, "maximum": 1_000_000},
    Shape.PERIOD: _object({"from": _TEXT, "to": _TEXT}),
    Shape.IDENTIFIERS: {"type": "array", "maxItems": MOST_ITEMS, "items": _object({"text": _TEXT})},
}
