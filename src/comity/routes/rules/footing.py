"""From findings to reasons: what a fact's value, its absence, its dispute and its confidence mean for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from comity.atlas.rules.timeline import Finding
from comity.kernel.answer import Answer
from comity.kernel.confidence import Confidence
from comity.kernel.sayable import sayable
from comity.routes.rules.reason import Reason

T = TypeVar("T")


def certain_value(finding: Finding[T]) -> T | None:
    """The value, unless it is missing, disputed, or only a memory of low confidence: those decide nothing."""
    if finding.value is None or all(fact.confidence is Confidence.LOW for fact in finding.facts):
        return None
    return finding.value


def stands(finding: Finding[T], holds: Callable[[T], bool], says: Callable[[str], str], subject: str) -> Reason:
    """A reason from a finding. `says` makes the sentence from the value's text."""
    value = certain_value(finding)
    if value is not None:
        return Reason(Answer.of(holds(value)), says(str(value)), finding.facts)
    if not finding.facts:
        return Reason(Answer.UNKNOWN, sayable("Nothing is recorded of {subject} for this day.", subject=subject))
    if finding.disputed:
        values = " or ".join(sorted({str(fact.value) for fact in finding.facts}))
        says_both = sayable("Sources contradict each other on {subject}: {values}.", subject=subject, values=values)
        return Reason(Answer.UNKNOWN, says_both, finding.facts)
    sentence = sayable(
        "Of {subject} there is only a memory of low confidence ({value}), which decides nothing.",
        subject=subject,
        value=str(finding.value),
    )
    return Reason(Answer.UNKNOWN, sentence, finding.facts)
