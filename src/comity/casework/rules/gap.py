"""What stands between a draft and a request that can be sent: one sentence per field, with the article that asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """`sentence` says what is wrong and what to do about it; `article` is what asks for it."""

    field: str
    label: str
    sentence: str
    article: str
