"""What this node runs on, by name and version: what an administrator reads out when asking for help."""

from __future__ import annotations

import platform
from importlib.metadata import version

from django.db import connection


def versions() -> tuple[tuple[str, str], ...]:
    """Pairs of name and version. The database's is asked once a connection."""
    major, minor = connection.get_database_version()
    return (
        ("Comity", version("comity")),
        ("Python", platform.python_version()),
        ("Django", version("django")),
        ("PostgreSQL", f"{major}.{minor}"),
    )
