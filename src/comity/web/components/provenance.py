"""Where a fact stands, how old the check is and how sure we are: what a reader needs before relying on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.kernel.confidence import Confidence
from comity.kernel.source import Source
from comity.web.components.moments import age_in_words, day_in_words

FRESH_DAYS = 365
AGEING_DAYS = 3 * 365

_SENTENCES = {
    Confidence.HIGH: "Read in its source.",
    Confidence.MEDIUM: "General knowledge of the field, not yet checked against a source.",
    Confidence.LOW: "A memory, not yet checked against a source.",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """A fact's source, ready to draw. `freshness` is a state of the status component, or empty where never checked."""

    source: Source
    checked: str
    age: str
    freshness: str
    confidence: Confidence
    sentence: str
    note: str


def provenance(
    source: Source, confidence: Confidence | str, checked_on: date | None, today: date, note: str = ""
) -> Provenance:
    """`checked_on` is the day on which somebody last compared the fact with its source."""
    sure = Confidence(confidence)
    return Provenance(
        source=source,
        checked=day_in_words(checked_on) if checked_on else "",
        age=age_in_words(checked_on, today) if checked_on else "",
        freshness=_freshness((today - checked_on).days) if checked_on else "",
        confidence=sure,
        sentence=_SENTENCES[sure],
        note=note,
    )


def _freshness(days: int) -> str:
    return "fresh" if days <= FRESH_DAYS else "ageing" if days <= AGEING_DAYS else "stale"
