"""The JSON Schema (2020-12) of a request's attachment, made from the kind's declaration."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.attachment import FORMAT
from comity.casework.rules.bundle.schema import ATTACHMENTS
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.kernel.identifiers.identifier_type import IdentifierType

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind) -> dict[str, Any]:
    """What an attachment of this kind looks like: for whoever reads one with a program of their own."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:comity:schema:{FORMAT}:{kind.name}:{kind.letter_version}",
        "title": kind.label,
        "description": f"{kind.subtitle}. {kind.provenance}".strip(),
        "type": "object",
        "required": ["comity", "reference", "content"],
        "additionalProperties": False,
        "properties": {
            "comity": {
                "type": "object",
                "required": ["schema", "kind", "version"],
                "additionalProperties": False,
                "properties": {
                    "schema": {"const": FORMAT},
                    "kind": {"const": kind.name},
                    "version": {"const": kind.letter_version},
                },
            },
            "reference": {"type": "string", "pattern": r"^[A-Z]{2,8}-\d{4}-\d{5,9}$"},
            "content": _content(kind),
            "attachments": ATTACHMENTS,
        },
    }


def _content(kind: Kind) -> dict[str, Any]:
    required = [spec for spec in kind if spec.requirement.need is Need.REQUIRED]
    conditions = [_condition(kind, spec) for spec in required if spec.requirement.field]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [spec.name for spec in required if not spec.requirement.field],
        "properties": {spec.name: _property(spec) for spec in kind},
        **({"allOf": conditions} if conditions else {}),
    }


def _condition(kind: Kind, spec: FieldSpec) -> dict[str, Any]:
    other = kind.fields[spec.requirement.field]
    values: dict[str, Any] = {"enum": list(spec.requirement.values)}
    holds = {"contains": values} if other.shape is Shape.CHOICES else values
    return {
        "if": {"required": [other.name], "properties": {other.name: holds}},
        "then": {"required": [spec.name]},
    }


def _property(spec: FieldSpec) -> dict[str, Any]:
    return {"title": spec.label, "description": f"{spec.help} ({spec.article})", **_shape(spec)}


def _shape(spec: FieldSpec) -> dict[str, Any]:
    if spec.choices:
        values = {"enum": [choice.value for choice in spec.choices]}
        several = {"type": "array", "minItems": 1, "uniqueItems": True, "items": values}
        return several if spec.shape is Shape.CHOICES else values
    if spec.shape is Shape.NUMBER:
        limits = {"minimum": spec.minimum, "maximum": spec.maximum}
        return {"type": "integer", **{key: value for key, value in limits.items() if value is not None}}
    return _SHAPES.get(spec.shape) or {"type": "string", "minLength": 1, "maxLength": spec.longest}


_IDENTIFIERS: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["text", "identifiers"],
        "additionalProperties": False,
        "properties": {
            "text": {"type": "string", "description": "As it was written."},
            "identifiers": {
                "type": "array",
                "description": "What was recognised in it; times in UTC.",
                "items": {
                    "type": "object",
                    "required": ["type", "value"],
                    "properties": {
                        "type": {"enum": [one.value for one in IdentifierType]},
                        "value": {"type": "string"},
                        "port": {"type": "integer", "minimum": 1, "maximum": 65535},
                        "time": {"type": "object"},
                    },
                },
            },
        },
    },
}

_DAY: dict[str, Any] = {"type": "string", "format": "date"}

_SHAPES: dict[Shape, dict[str, Any]] = {
    Shape.YES_NO: {"const": True},
    Shape.DATE: _DAY,
    Shape.PERIOD: {
        "type": "object",
        "required": ["from", "to"],
        "additionalProperties": False,
        "properties": {"from": _DAY, "to": _DAY},
    },
    Shape.COUNTRY: {"type": "string", "pattern": "^[A-Z]{2}$"},
    Shape.EMAIL: {"type": "string", "format": "email"},
    Shape.IDENTIFIERS: _IDENTIFIERS,
}
