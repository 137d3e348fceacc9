"""What is said of an indicator, and what must be: a baseline stands on a source."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.figure import kept
from comity.programme.rules.project import Direction
from comity.programme.rules.texts import SHORT, needed, text

UNIT = 60


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """`measure` names the figure of this node that actuals are computed from; empty where people enter them."""

    number: str
    says: str
    unit: str = ""
    direction: Direction = Direction.UP
    measure: str = ""
    baseline: Decimal | None = None
    baseline_on: date | None = None
    baseline_source: str = ""


def checked_indicator(words: IndicatorWords, taken: Collection[str], measures: Collection[str]) -> IndicatorWords:
    """Raises Refused with the field; `taken` are the numbers of the result's other indicators."""
    number = needed("number", words.number, say("Give it a number."), SHORT)
    if number in taken:
        raise Refused(
            "number", say("This result has an indicator {number} already. Give it another number.", number=number)
        )
    if words.measure and words.measure not in measures:
        raise Refused("measure", say("This node does not know such a figure. Choose one of the list."))
    source = text("baseline_source", words.baseline_source)
    if words.baseline is not None and not source:
        raise Refused(
            "baseline_source", say("This baseline has no source. Name the document or register it is taken from.")
        )
    return IndicatorWords(
        number,
        needed("says", words.says, say("Say what is counted.")),
        text("unit", words.unit, UNIT),
        words.direction,
        words.measure,
        kept("baseline", words.baseline),
        words.baseline_on,
        source,
    )
