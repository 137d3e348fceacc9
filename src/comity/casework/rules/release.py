"""Whether a signed document says what its request says: the last look before anything may leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.documents.rules.verification import Verdict, Verification


def problem(found: Verification, expected: Mapping[str, Any]) -> str:
    """Why the document must not leave, in a sentence; empty where nothing is wrong.

    `expected` is the attachment as the request gives it. Whole means unchanged and signed by a signer this node knows.
    """
    if found.verdict is not Verdict.WHOLE or not found.trusted:
        because = " ".join(found.reasons)
        return f"The signed document does not stand: {found.verdict.label.lower()}. {because}".strip()
    if found.request is None:
        return (
            "The signed document carries no request that a machine can read. Withdraw this request and draft it again."
        )
    if found.request != expected:
        differing = ", ".join(_differing(found.request, expected)) or "its form"
        return (
            f"The signed document says something else than the request ({differing}). Withdraw it and draft it again."
        )
    return ""


def _differing(given: Any, expected: Mapping[str, Any]) -> list[str]:
    """Names of the parts that differ, those of the content by field."""
    if not isinstance(given, dict):
        return []
    said, wanted = given.get("content"), expected.get("content")
    if isinstance(said, dict) and isinstance(wanted, dict) and said != wanted:
        return sorted(name for name in {*said, *wanted} if said.get(name) != wanted.get(name))
    return sorted(name for name in {*given, *expected} if given.get(name) != expected.get(name))
