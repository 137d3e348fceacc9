"""Putting changes that were made of one version of a pack onto a later one. Refuses what both touched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from comity.upkeep.rules.applying import DoesNotFit, applied, clashes, together
from comity.upkeep.rules.difference import Change, differences
from comity.upkeep.rules.refusal import NotNow, TouchedByBoth


def rebased(ours: Sequence[Change], base: Any, current: Any) -> Any:
    """The current content with our changes, which are of `base`. Raises TouchedByBoth; NotNow where they do not fit."""
    theirs = differences(base, current)
    pairs = clashes(ours, theirs)
    if pairs:
        raise TouchedByBoth(pairs)
    try:
        return applied(together(ours, theirs), base)
    except DoesNotFit as problem:
        raise NotNow(f"{problem} Look at the page as it is now, then propose again.") from problem
