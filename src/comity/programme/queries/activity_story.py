"""The story of an activity from the ledger, in sentences, in the order in which things were recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.kernel import sayable
from comity.kernel.words import say
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
    """The sentence, and what more there is to say."""
    told: tuple[str, tuple[str, ...]]
    match name:
        case events.ActivityMoved.name:
            state = sayable.said(ActivityState(said["state"]).label)
            told = f"{state[:1].upper()}{state[1:]}.", (said["reason"], said["outcome"])
        case events.ActivityEdited.name:
            changed = said["changed"]
            labels = ", ".join(sayable.said(label).lower() for label, _ in changed)
            details = tuple(f"{sayable.said(label)}: {words}" for label, words in changed)
            told = say("Changed: {labels}.", labels=labels), details
        case events.ActivityPlanned.name:
            told = say("Entered here, for {time}.", time=said["when"]), ()
        case events.ActivityConfirmed.name:
            told = say("Confirmed."), (said["remark"],)
        case events.ActivityDocumentAttached.name:
            told = say("Document attached: {title}.", title=said["title"]), ()
        case events.ActivityDocumentRemoved.name:
            told = (
                say("Document removed: {title}.", title=said["title"]),
                (say("Its SHA-256 was {digest}", digest=said["digest"]),),
            )
        case _:
            told = say("Taken over from its pack, as the presentation words it."), ()
    sentence, details = told
    return sentence, tuple(filter(None, details))


_NAMES = (
    events.ActivityPlanned.name,
    events.ActivityEdited.name,
    events.ActivityMoved.name,
    events.ActivityConfirmed.name,
    events.ActivityDocumentAttached.name,
    events.ActivityDocumentRemoved.name,
)
