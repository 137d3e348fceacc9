"""Why something about keeping the atlas true was refused, in sentences for whoever asked."""

from __future__ import annotations

from comity.kernel.words import say
from comity.upkeep.rules.difference import Change


class NotFound(LookupError):
    """There is no such proposal, report or reminder for this user."""


class NotNow(Exception):
    """The state of things, or who asks, does not allow this. The text says why and what to do."""


class ReadAnew(NotNow):
    """Somebody changed it since it was read, so that nothing was decided."""

    def __init__(self) -> None:
        super().__init__(say("This changed since you opened it, so nothing was decided. Read it as it is now."))


class TouchedByBoth(NotNow):
    """The page changed meanwhile, and at the same fact. `pairs` are our changes with theirs."""

    def __init__(self, pairs: tuple[tuple[Change, Change], ...]) -> None:
        facts = sorted({".".join(map(str, ours.path)) for ours, _ in pairs})
        super().__init__(
            say(
                "The page has changed meanwhile, and the change touches the same fact: {facts}. "
                "Nothing is published until whoever proposed it has looked at both.",
                facts=", ".join(facts),
            )
        )
        self.pairs = pairs


class TooMany(Exception):
    """Too much came from one sender, or to one address, in too short a time. The text says what to do."""
