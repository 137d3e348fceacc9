"""Every version of a follow-up, from the ledger, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from comity.kernel.day_words import day_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.ledger.queries.entries import entries_about
from comity.stateofplay.rules.follow_up import FollowUpStatus
from comity.stateofplay.rules.follow_up_events import FollowUpKept, follow_up_subject


@dataclass(frozen=True, slots=True)
class Version:
    """What was said, when and by whom; `changed` are the words that differ from the version before."""

    number: int
    at: datetime
    by: str
    status: FollowUpStatus
    changed: tuple[tuple[str, str], ...]


_LABELS = {
    "responsible": noted("Responsible body"),
    "due": noted("Due"),
    "evidence": noted("Evidence"),
    "next_step": noted("Next step"),
    "activity": noted("Activity"),
    "source": noted("Source"),
}


def follow_up_history(name: str, number: str, country: str) -> list[Version]:
    """All versions that the ledger holds."""
    found: list[Version] = []
    before: dict[str, object] = {}
    for entry in entries_about(follow_up_subject(name, number, country), names=[FollowUpKept.name]):
        kept = entry.payload
        changed = tuple(
            (said(label), _words(field, kept.get(field)))
            for field, label in _LABELS.items()
            if (kept.get(field) or "") != (before.get(field) or "")
        )
        found.append(Version(kept["version"], entry.at, entry.actor_display, FollowUpStatus(kept["status"]), changed))
        before = kept
    return found[::-1]


def _words(field: str, value: object) -> str:
    if not value:
        return say("nothing any more")
    if field != "due":
        return str(value)
    return day_words(date.fromisoformat(str(value)))
