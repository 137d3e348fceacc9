"""The one normalised form of an account: the provider's key, and the name or number as that provider treats it."""

from __future__ import annotations

from comity.kernel.identifiers.finding import Found
from comity.kernel.identifiers.identifier_type import IdentifierType

_WITH_AT_SIGN = frozenset({"telegram", "instagram", "x", "tiktok", "youtube"})


def account(provider: str, name: str, kind: str, start: int, end: int) -> Found:
    """`kind` is name, number or channel. Names are lower case, since no service tells case apart; channels are not."""
    bare = name.removeprefix("@").rstrip(".")
    value = bare if kind == "channel" else bare.lower()
    if kind == "name" and provider in _WITH_AT_SIGN:
        value = f"@{value}"
    return Found(start, end, IdentifierType.ACCOUNT, value, kind=kind, provider=provider)
