"""What a changed answer counts for when reforms are ranked: a number that adds up over questions and compares.

First what is unlocked (opened, or known to be open), then what is better or faster less what is worse, then how many
more ways there are. Numbers of one rank never outweigh those of the rank before.
"""

from __future__ import annotations

from collections.abc import Mapping

from comity.atlas.rules.measure import Measure
from comity.kernel.country import CountryCode
from comity.routes.rules.effect import Count, Effect

Weights = Mapping[tuple[CountryCode, CountryCode, Measure], int]
"""How much a question counts, by requester, requested State and measure: 1 where nothing is said."""

_FIRST, _SECOND = 1 << 80, 1 << 40
"""Far more than the questions of all States and their weights together."""


def worth(effect: Effect, routes: Count, weight: int) -> int:
    """The worth of one question's change."""
    return _ANSWER[effect] * weight + routes.opened + routes.known - routes.worsened


_ANSWER = {
    Effect.OPENED: _FIRST,
    Effect.KNOWN: _FIRST,
    Effect.UPGRADED: _SECOND,
    Effect.SHORTENED: _SECOND,
    Effect.WORSENED: -_SECOND,
    Effect.DOUBTFUL: 0,
    Effect.SAME: 0,
}
