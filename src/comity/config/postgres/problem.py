"""What the launcher says when there is no database to be had. Catches nothing itself."""

from __future__ import annotations


class DatabaseProblem(Exception):
    """The node's database can't be made, started or reached. The text says what is wrong, where, and what to do."""
