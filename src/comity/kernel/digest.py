"""SHA-256 digests, and the one canonical JSON form that is hashed."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

_HEX = re.compile(r"[0-9a-f]{64}\Z")


class Digest(str):
    """A SHA-256 digest as 64 lower-case hexadecimal digits. Raises ValueError for anything else."""

    __slots__ = ()

    def __new__(cls, text: str) -> Digest:
        if not _HEX.match(text):
            raise ValueError("A digest has 64 hexadecimal digits, in lower case.")
        return super().__new__(cls, text)

    @classmethod
    def of(cls, data: bytes) -> Digest:
        return cls(hashlib.sha256(data).hexdigest())

    @property
    def short(self) -> str:
        """The first 12 digits: enough to compare by eye, never to decide by."""
        return self[:12]


def canonical_json(value: Any) -> bytes:
    """`value` (of JSON types) as UTF-8 JSON with sorted keys and no spaces: one form, so one digest.

    Raises ValueError for NaN and infinities, which JSON does not know.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
