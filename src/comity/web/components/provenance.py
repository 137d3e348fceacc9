"""How sure we are of a fact and when it was last compared with its source, in sentences. Judges no fact itself."""

from __future__ import annotations

from datetime import date

from comity.kernel.confidence import Confidence
from comity.kernel.words import noted, say
from comity.web.components.moments import age_in_words, day_in_words


def sureness(confidence: Confidence | str) -> str:
    """What stands behind a fact of this confidence."""
    return say(_SENTENCES[Confidence(confidence)])


def checking(checked: date, today: date) -> str:
    """When somebody last compared the fact with its source."""
    return say("Compared with it on {day}, {age}.", day=day_in_words(checked), age=age_in_words(checked, today))


_SENTENCES = {
    Confidence.HIGH: noted("Read in its source."),
    Confidence.MEDIUM: noted("General knowledge of the field, not yet read in a source."),
    Confidence.LOW: noted("A memory, not yet read in a source."),
}
