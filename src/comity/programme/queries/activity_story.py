"""The story of an activity from the ledger, in sentences, in the order in which things were recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.ledger.queries.entries import entries_about
from comity.programme.rules import activity_events as events
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.events import ProjectAdopted, project_subject


@dataclass(frozen=True, slots=True)
class Step:
    """`name` is the event's, `who` did it; `details` are what more there is to say, line by line."""

    name: str
    at: datetime
    who: str
    sentence: str
    details: tuple[str, ...] = ()


def activity_story(project: str, code: str, *, adopted: bool, inside: bool) -> tuple[Step, ...]:
    """One query. With `adopted`, it begins when the project of its pack was adopted; `inside` also tells of documents
    that are the office's own."""
    subject = events.activity_subject(project, code)
    subjects = [subject, project_subject(project)] if adopted else [subject]
    return tuple(
        Step(each.name, each.at, each.actor_display, *_told(each.name, each.payload))
        for each in entries_about(*subjects, names=[*_NAMES, *([ProjectAdopted.name] if adopted else [])])
        if inside or each.payload.get("public", True)
    )


def _told(name: str, said: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    if name == events.ActivityMoved.name:
        details = (said["reason"], said["outcome"])
        return f"{ActivityState(said['state']).label.capitalize()}.", tuple(filter(None, details))
    if name == events.ActivityEdited.name:
        changed = [f"{label}: {words}" for label, words in said["changed"]]
        return f"Changed: {', '.join(label.lower() for label, _ in said['changed'])}.", tuple(changed)
    if name == events.ActivityPlanned.name:
        return f"Entered here, for {said['when']}.", ()
    if name == events.ActivityConfirmed.name:
        return "Confirmed.", tuple(filter(None, [said["remark"]]))
    if name == ProjectAdopted.name:
        return "Taken over from its pack, as the presentation words it.", ()
    verb = "attached" if name == events.ActivityDocumentAttached.name else "removed"
    return f"Document {verb}: {said['title']}.", (f"SHA-256 {said['digest']}",)


_NAMES = (
    events.ActivityPlanned.name,
    events.ActivityEdited.name,
    events.ActivityMoved.name,
    events.ActivityConfirmed.name,
    events.ActivityDocumentAttached.name,
    events.ActivityDocumentRemoved.name,
)
