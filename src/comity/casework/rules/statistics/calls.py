"""What test calls to other points of contact add to the figures. Each call counts by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from comity.casework.rules.direction import Direction
from comity.casework.rules.duty.events import PingMade
from comity.casework.rules.handling.events import EventCorrected
from comity.casework.rules.statistics.cell import EVERYWHERE, Cell, What
from comity.casework.rules.statistics.duration import stepped
from comity.casework.rules.statistics.history import corrected
from comity.ledger.rules.happening import Happening

COUNTED_CALLS = frozenset({PingMade.name, EventCorrected.name})


def called(entries: Iterable[Happening], home: ZoneInfo) -> Counter[Cell]:
    """What the test calls among these entries add; their months are those of `home`, this node's zone."""
    counts: Counter[Cell] = Counter()
    for told in corrected(entries, home):
        if told.name != PingMade.name:
            continue
        month = told.moment.astimezone(home).date().replace(day=1)
        keys = [(What.TEST, str(told.payload["result"]))]
        if told.payload.get("minutes") is not None:
            keys.append((What.TEST_ANSWERED, str(stepped(int(told.payload["minutes"])))))
        for what, key in keys:
            for country in {EVERYWHERE, str(told.payload["country"])}:
                counts[Cell(month, Direction.OUTGOING.value, country, "", what.value, key)] += 1
    return counts
