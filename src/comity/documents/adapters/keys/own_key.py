"""This node's own key, read once for each state of its folder, and the fingerprint that others compare."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from django.conf import settings

from comity.documents.adapters.keys.node_key import NodeKey, node_key


def fingerprint() -> str:
    """SHA-256 of the node's certificate, in hexadecimal digits."""
    return own_key().certificate.fingerprint(hashes.SHA256()).hex()


def own_key() -> NodeKey:
    """This node's key, read once for each state of its folder. Made at first use."""
    env = settings.ENV
    node = env.home / "keys" / "node.pem"
    changed = node.stat().st_mtime_ns if node.exists() else 0
    return _known(env.home, str(env.country), env.organisation, changed) if changed else _first()


def _first() -> NodeKey:
    env = settings.ENV
    return node_key(env.home, country=str(env.country), organisation=env.organisation)


@lru_cache(maxsize=8)
def _known(home: Path, country: str, organisation: str, changed: int) -> NodeKey:  # noqa: ARG001  part of the key
    return node_key(home, country=country, organisation=organisation)
