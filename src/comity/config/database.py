"""Where the database is: the one that DATABASE_URL names, else the node's own, over its socket."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from comity.config.env import Env
from comity.config.postgres.place import socket_folder


def connection_settings(env: Env) -> dict[str, Any]:
    """Django's DATABASES entry for this node. Every statement has a time limit of 30 s, every connection 5 s."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        **(_from_url(env.database_url) if env.database_url else _own(env)),
    }


def _own(env: Env) -> dict[str, Any]:
    return {"NAME": "comity", "USER": "comity", "HOST": str(socket_folder(env.home)), "OPTIONS": _LIMITS}


def _from_url(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": _LIMITS | query,
    }


_LIMITS = {"connect_timeout": 5, "options": "-c statement_timeout=30000"}
