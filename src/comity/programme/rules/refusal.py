"""Why nobody can register for an activity."""

from __future__ import annotations


class NotOpen(LookupError):
    """Nobody can register by this link: there is none, it is closed, or it is full. Which of them is not said."""
