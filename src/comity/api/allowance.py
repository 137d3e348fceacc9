"""How much a token may change in a minute: counted in the memory of the web server's one process, and nowhere else.

So that a call costs nothing more. A restart forgets what was counted; several processes would each count their own.
"""

from __future__ import annotations

from threading import Lock

MINUTE = 60.0
_KEPT = 10_000
"""Tokens remembered before those are forgotten that have not changed anything for a minute."""


class Allowance:
    """`a_minute` changes for each token. A minute's worth may come at once; what was used comes back evenly."""

    def __init__(self, a_minute: int) -> None:
        self._most = float(a_minute)
        self._back = a_minute / MINUTE
        self._left: dict[int, tuple[float, float]] = {}
        self._one_at_a_time = Lock()

    def take(self, token: int, now: float) -> float:
        """Take one for `token` at `now` (seconds). Returns 0, or in how many seconds there will be one again."""
        with self._one_at_a_time:
            left, since = self._left.get(token, (self._most, now))
            left = min(self._most, left + max(0.0, now - since) * self._back)
            if left < 1:
                self._left[token] = left, now
                return (1 - left) / self._back
            self._left[token] = left - 1, now
            if len(self._left) > _KEPT:
                self._forget(now)
            return 0.0

    def _forget(self, now: float) -> None:
        """Those that have all of theirs again are as if they had never called."""
        self._left = {token: held for token, held in self._left.items() if now - held[1] < MINUTE}
