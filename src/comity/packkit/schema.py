"""JSON Schema of each file of each kind of pack, so that editors complete and check facts while they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter

from comity.packkit.kind import PackKind
from comity.packkit.pack import Label


def schemas(kinds: Iterable[PackKind]) -> Iterator[tuple[str, str]]:
    """Pairs of file name ("country.powers.schema.json") and text, the label's first."""
    yield "pack.schema.json", _text(TypeAdapter(Label).json_schema())
    for kind in kinds:
        for stem, field in kind.shape.model_fields.items():
            shape: Any = field.annotation
            yield f"{kind.name}.{stem}.schema.json", _text(TypeAdapter(shape).json_schema(by_alias=True))


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
