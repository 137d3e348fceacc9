"""What the node says when it can't start. Catches nothing itself."""

from __future__ import annotations


class NodeProblem(Exception):
    """The node can't start as its environment asks. The text says what is wrong, where, and what to do."""
