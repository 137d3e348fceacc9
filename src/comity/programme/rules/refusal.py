"""Why something about a project was refused, beside its fields: somebody changed it, or nobody can register."""

from __future__ import annotations


class ChangedMeanwhile(Exception):
    """Somebody else changed it since the page was opened. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed this since you opened it, so nothing has been saved. "
            "Look at it as it is now, then decide again."
        )


class NotOpen(LookupError):
    """Nobody can register by this link: there is none, it is closed, or it is full. Which of them is not said."""
