"""The JSON Schemas (2020-12) of a request as data: one for each kind and version, made from the kind's declaration, and
one for any request, whatever its kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.casework.rules.attachment import FORMAT
from comity.casework.rules.bundle.schema import ATTACHMENTS
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.casework.rules.letter import KNOWS_LANGUAGES
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.languages import CODES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ANY = "any"
"""Stands where the name of a kind stands, for the schema that every request fits. No kind is called so."""
ANY_VERSION = 1


def schema(kind: Kind, version: int = 0) -> dict[str, Any]:
    """What a request of this kind looks like, in the form's `version`, else the newest: for whoever reads one with a
    program of their own."""
    number = version or kind.letter_version
    return _whole(
        f"{kind.name}:{number}",
        title=kind.label,
        description=f"{kind.subtitle}. {kind.provenance}".strip(),
        about={"kind": {"const": kind.name}, "version": {"const": number}},
        content=_content(kind),
        translations=_translations(kind) if number >= KNOWS_LANGUAGES else None,
    )


def any_schema() -> dict[str, Any]:
    """What every request looks like: enough to tell that it is one, and which schema says the rest."""
    return _whole(
        f"{ANY}:{ANY_VERSION}",
        title="A request of any kind",
        description="The schema of its own kind and version says what “content” holds.",
        about={
            "kind": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
            "version": {"type": "integer", "minimum": 1},
        },
        content={"type": "object"},
        translations={"type": "object", "additionalProperties": {"type": "object"}},
    )


def _whole(
    name: str,
    *,
    title: str,
    description: str,
    about: Mapping[str, Any],
    content: Mapping[str, Any],
    translations: Mapping[str, Any] | None,
) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "$id": f"urn:comity:schema:{FORMAT}:{name}",
        "title": title,
        "description": description,
        "type": "object",
        "required": ["comity", "reference", "content"],
        "additionalProperties": False,
        "properties": {
            "comity": {
                "type": "object",
                "required": ["schema", "kind", "version"],
                "additionalProperties": False,
                "properties": {"schema": {"const": FORMAT}, **about},
            },
            "reference": {"type": "string", "pattern": "^[A-Z]{2,8}-[0-9]{4}-[0-9]{5,9}$"},
            "content": dict(content),
            **({"translations": dict(translations)} if translations else {}),
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


def _translations(kind: Kind) -> dict[str, Any]:
    """Texts of the letter's second column, each bounded as its field is."""
    return {
        "type": "object",
        "description": "What fields say in the letter's second language, where somebody gave it: by language (ISO "
        "639-1), then by field.",
        "minProperties": 1,
        "propertyNames": {"enum": list(CODES)},
        "additionalProperties": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {spec.name: _shape(spec) for spec in kind if spec.shape is Shape.LONG_TEXT},
        },
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
