"""The request as a machine reads it: the JSON attached to the letter, in its one canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.content import said
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import Shape
from comity.casework.rules.identifiers import as_json
from comity.casework.rules.translations import translations
from comity.kernel.digest import canonical_json

FORMAT = "request"


def attachment(
    kind: Kind,
    reference: str,
    content: Mapping[str, Any],
    *,
    version: int = 0,
    listed: Iterable[Listed] | None = None,
) -> dict[str, Any]:
    """What the attachment holds: which form it has, the reference, what the content says and, where it has any, its
    translations by language and field.

    `version` is that of the letter which carries it, else of the kind's own: both change together. `listed` goes along
    with the letter; None for a letter of before there was such a list. Its JSON Schema is
    `casework.rules.schema.schema`.
    """
    beside = translations(kind, content)
    going_along = {} if listed is None else {"attachments": [one.plain() for one in listed]}
    return {
        "comity": {"schema": FORMAT, "kind": kind.name, "version": version or kind.letter_version},
        "reference": reference,
        "content": {
            name: as_json(value) if kind.fields[name].shape is Shape.IDENTIFIERS else value
            for name, value in said(kind, content).items()
        },
        **({"translations": beside} if beside else {}),
        **going_along,
    }


def attachment_bytes(
    kind: Kind, reference: str, content: Mapping[str, Any], *, listed: Iterable[Listed] | None = None
) -> bytes:
    """The bytes that are attached and hashed."""
    return canonical_json(attachment(kind, reference, content, listed=listed))
