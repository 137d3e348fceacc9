"""What keys are called in words, from the declarations that offered them as choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from comity.casework.rules.blocks.data import DATA
from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.blocks.offence import OFFENCES
from comity.casework.rules.blocks.urgency import ROUTINE, URGENT
from comity.casework.rules.duty.ping import PingResult
from comity.casework.rules.fields import Choice
from comity.casework.rules.statistics.cell import Outcome, What
from comity.casework.rules.statistics.channel import CHANNELS
from comity.casework.rules.statistics.family import kind_label
from comity.kernel.words import noted


def _named(choices: Iterable[Choice]) -> Callable[[str], str]:
    names = {choice.value: choice.label for choice in choices}
    return lambda key: names.get(key, key)


def _outcome(key: str) -> str:
    return Outcome(key).label if key in set(Outcome) else key


def _result(key: str) -> str:
    return PingResult(key).label if key in set(PingResult) else key


LABELS: dict[What, Callable[[str], str]] = {
    What.KIND: kind_label,
    What.DATA: _named(DATA),
    What.OFFENCE: _named(OFFENCES),
    What.URGENCY: lambda key: {URGENT: noted("Urgent"), ROUTINE: noted("As soon as possible")}.get(key, key),
    What.CHANNEL: lambda key: CHANNELS.get(key, key),
    What.OUTCOME: _outcome,
    What.MISSING: _named(MISSING_ITEMS),
    What.TEST: _result,
}
"""Countries, grounds and clocks are not here: their names come from the atlas."""
