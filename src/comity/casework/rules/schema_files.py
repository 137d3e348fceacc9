"""The JSON Schemas of requests as they are published: which files there are, and what stands in each, to the byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from comity.casework.rules.registry import kinds
from comity.casework.rules.schema import ANY, ANY_VERSION, any_schema, schema

INDEX = "index.json"


def schema_file(kind: str, version: int) -> str | None:
    """The text of one schema; `kind` may be “any”. None where there is no such kind or version."""
    return _made(kind, version) if (kind, version) in _versions() else None


def index_text() -> str:
    """What there is, and under which name below the index's own address."""
    every = [{"kind": kind, "version": version, "file": _name(kind, version)} for kind, version in _versions()]
    return _text({"schemas": every})


def schema_files() -> Iterator[tuple[str, str]]:
    """Pairs of a name (“preservation/2.json”) and a text; first the index, which lists the others."""
    yield INDEX, index_text()
    for kind, version in _versions():
        yield _name(kind, version), _made(kind, version)


def _versions() -> Iterator[tuple[str, int]]:
    yield ANY, ANY_VERSION
    for kind in kinds().values():
        yield from ((kind.name, version) for version in range(1, kind.letter_version + 1))


def _name(kind: str, version: int) -> str:
    return f"{kind}/{version}.json"


@cache
def _made(kind: str, version: int) -> str:
    return _text(any_schema() if kind == ANY else schema(kinds()[kind], version))


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
