"""The story of a paper from the ledger, in sentences, in the order in which things were recorded. For the office."""

from __future__ import annotations

from typing import Any

from comity.kernel import sayable
from comity.kernel.words import say
from comity.ledger.queries.entries import entries_about
from comity.programme.queries.activity_story import Step
from comity.programme.rules import team_events as events
from comity.programme.rules.study import StudyState


def study_story(number: int) -> tuple[Step, ...]:
    """One query."""
    return tuple(
        Step(each.name, each.at, each.actor_display, *_told(each.name, each.payload))
        for each in entries_about(events.study_subject(number), names=_NAMES)
    )


def _told(name: str, said: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    told: tuple[str, tuple[str, ...]]
    match name:
        case events.StudyMoved.name:
            state = sayable.said(StudyState(said["to"]).label)
            told = f"{state[:1].upper()}{state[1:]}.", (said["remark"],)
        case events.StudyVersionAdded.name:
            told = say("Version {number} added: {file}.", number=said["number"], file=said["file"]), ()
        case events.StudyEdited.name:
            changed = said["changed"]
            labels = ", ".join(sayable.said(label).lower() for label, _ in changed)
            details = tuple(f"{sayable.said(label)}: {words}" for label, words in changed)
            told = say("Changed: {labels}.", labels=labels), details
        case _:
            told = say("Planned."), ()
    sentence, details = told
    return sentence, tuple(filter(None, details))


_NAMES = (
    events.StudyPlanned.name,
    events.StudyEdited.name,
    events.StudyVersionAdded.name,
    events.StudyMoved.name,
)
