"""What a country does about a recommendation: the states of a follow-up, what each needs, and what is overdue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused
from comity.people.rules.texts import check_text

LONGEST = 4000
SHORT = 200
SOON = timedelta(days=30)
"""How long before its day something counts as due soon: our judgement."""


class FollowUpStatus(StrEnum):
    """Where a country stands with a recommendation. Nothing said is not known, which is not “not started”."""

    UNKNOWN = "unknown"
    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done, as far as one knows."""
        return self not in {FollowUpStatus.DONE, FollowUpStatus.NOT_APPLICABLE}


_LABELS = {
    FollowUpStatus.UNKNOWN: noted("not known"),
    FollowUpStatus.NOT_STARTED: noted("not started"),
    FollowUpStatus.UNDER_WAY: noted("under way"),
    FollowUpStatus.DONE: noted("done"),
    FollowUpStatus.NOT_APPLICABLE: noted("not applicable"),
}


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """What is kept of a follow-up. `activity` names an activity of a programme, or one in free words."""

    status: FollowUpStatus = FollowUpStatus.UNKNOWN
    responsible: str = ""
    due: date | None = None
    evidence: str = ""
    next_step: str = ""
    activity: str = ""
    source: str = ""


def checked(words: FollowUpWords) -> FollowUpWords:
    """The words without stray blanks. Raises Refused with the field: a status without source, done without evidence,
    not applicable without a reason, a text too long."""
    texts = {name: getattr(words, name).strip() for name in _LIMITS}
    for name, limit in _LIMITS.items():
        check_text(name, texts[name], limit)
    if words.status is not FollowUpStatus.UNKNOWN and not texts["source"]:
        raise Refused("source", say("This status has no source. Name the document or authority that it rests on."))
    if words.status is FollowUpStatus.DONE and not texts["evidence"]:
        raise Refused("evidence", say("Say what shows that this is done: the law, the agreement, the figures."))
    if words.status is FollowUpStatus.NOT_APPLICABLE and not texts["evidence"]:
        raise Refused("evidence", say("Say why this does not apply."))
    return FollowUpWords(words.status, due=words.due, **texts)


_LIMITS: Mapping[str, int] = {
    "responsible": SHORT,
    "evidence": LONGEST,
    "next_step": LONGEST,
    "activity": SHORT,
    "source": LONGEST,
}


class Timing(StrEnum):
    """How a follow-up stands to its day."""

    OVERDUE = "overdue"
    SOON = "due-soon"
    LATER = "later"
    NONE = "none"


def timing(status: FollowUpStatus, due: date | None, today: date) -> Timing:
    """What is done or does not apply is never overdue; on its day something is due, not overdue."""
    if due is None or not status.is_open:
        return Timing.NONE
    if due < today:
        return Timing.OVERDUE
    return Timing.SOON if due <= today + SOON else Timing.LATER
