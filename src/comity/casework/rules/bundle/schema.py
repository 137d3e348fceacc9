"""The JSON Schema (2020-12) of the list of attachments in a letter's machine-readable copy."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.bundle.bounds import LONGEST_NAME, LONGEST_TITLE, MOST_FILES
from comity.casework.rules.bundle.listed import THE_LETTER
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState

_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": MOST_FILES}
_LANGUAGE: dict[str, Any] = {"type": "string", "pattern": "^[a-z]{2,3}$", "description": "ISO 639."}

ATTACHMENTS: dict[str, Any] = {
    "type": "array",
    "maxItems": MOST_FILES,
    "description": "The files that go along with the letter. Absent in letters of before there was such a list.",
    "items": {
        "type": "object",
        "required": ["number", "kind", "title", "name", "media_type", "size", "sha256"],
        "additionalProperties": False,
        "properties": {
            "number": _NUMBER,
            "kind": {"enum": [sort.value for sort in Nature]},
            "title": {"type": "string", "minLength": 1, "maxLength": LONGEST_TITLE},
            "name": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
            "media_type": {
                "type": "string",
                "pattern": r"^[^/\s]+/[^/\s]+$",
                "maxLength": 100,
                "description": "By what the file holds.",
            },
            "size": {"type": "integer", "minimum": 1, "description": "Bytes."},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "language": _LANGUAGE,
            "pages": {"type": "integer", "minimum": 1},
            "translation": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "of": {
                        "oneOf": [{"const": THE_LETTER}, _NUMBER],
                        "description": "The letter itself, or the number of an attachment.",
                    },
                    "state": {"enum": [state.value for state in TranslationState]},
                    "certified_by": {"type": "string"},
                    "certified_on": {"type": "string", "format": "date"},
                },
            },
        },
    },
}
