"""What an event may carry: JSON that reads back from the database exactly as it was written, so that digests hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from comity.kernel.digest import canonical_json

LARGEST = 64 * 1024
"""Bytes of canonical JSON. What is larger is a document: record its digest, and keep it elsewhere."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What neither UTF-8 nor PostgreSQL's JSON can hold."""


class NotRecordable(ValueError):
    """The event cannot be recorded as it is. The text says which part, and what to do."""


def plain(value: Any, where: str = "the event") -> Any:
    """`value` in JSON's own types: text, whole numbers, yes/no, null, lists and objects.

    Dates become ISO 8601 text, moments the same in UTC, UUIDs their text, tuples lists. Numbers with a fraction are
    refused: JSON has many forms for one such number, and the digest needs one (RFC 8785, 3.2.2.3 shows the trouble).
    Raises NotRecordable, naming the place.
    """
    result: Any
    match value:
        case None | bool():
            result = value
        case int():
            result = int(value)
        case str():
            result = _text(value, where)
        case datetime():
            result = _moment(value, where)
        case date():
            result = value.isoformat()
        case UUID():
            result = str(value)
        case Mapping():
            result = {_key(key, where): plain(item, f"{where}, {key}") for key, item in value.items()}
        case list() | tuple():
            result = [plain(item, f"{where}, item {number}") for number, item in enumerate(value, 1)]
        case _:
            raise NotRecordable(
                f"{where}: a {type(value).__name__} cannot be recorded. Give text, whole numbers, lists or objects."
            )
    return result


def checked(payload: Mapping[str, Any]) -> dict[str, Any]:
    """`payload` made plain. Raises NotRecordable where a part is not JSON, or the whole is larger than `LARGEST`."""
    result: dict[str, Any] = plain(payload)
    size = len(canonical_json(result))
    if size > LARGEST:
        raise NotRecordable(f"The event has {size} bytes; an entry holds {LARGEST}. Record a digest of it instead.")
    return result


def _text(value: str, where: str) -> str:
    text = str.__str__(value)
    if _UNSTORABLE.search(text):
        raise NotRecordable(f"{where}: the text has a character that cannot be stored (NUL or half of a pair).")
    return text


def _moment(value: datetime, where: str) -> str:
    if value.tzinfo is None:
        raise NotRecordable(f"{where}: the moment has no time zone. Give it one.")
    return value.astimezone(UTC).isoformat()


def _key(key: Any, where: str) -> str:
    if not isinstance(key, str):
        raise NotRecordable(f"{where}: a key is a {type(key).__name__}. Keys are text.")
    return _text(key, where)
