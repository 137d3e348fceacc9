"""The story of an activity, or of a paper, as moments to draw."""

from __future__ import annotations

from collections.abc import Iterable

from comity.programme.queries.activity_story import Step
from comity.programme.rules import activity_events as events
from comity.programme.rules import team_events as papers
from comity.web.components.status import Tone
from comity.web.components.timeline import Moment


def activity_moments(story: Iterable[Step], *, naming: bool) -> tuple[Moment, ...]:
    """In their order; with `naming`, each says who did it."""
    return tuple(_moment(step, naming=naming) for step in story)


def _moment(step: Step, *, naming: bool) -> Moment:
    icon, tone = _LOOKS.get(step.name, ("book-2", Tone.QUIET))
    note = ". ".join(step.details)
    return Moment(step.at, step.sentence, step.who if naming else "", note=note, icon=icon, tone=tone)


_LOOKS = {
    events.ActivityPlanned.name: ("calendar-plus", Tone.ACTIVE),
    events.ActivityEdited.name: ("pencil", Tone.QUIET),
    events.ActivityMoved.name: ("arrow-right", Tone.ACTIVE),
    events.ActivityConfirmed.name: ("check", Tone.GOOD),
    events.ActivityDocumentAttached.name: ("paperclip", Tone.QUIET),
    events.ActivityDocumentRemoved.name: ("x", Tone.QUIET),
    papers.StudyPlanned.name: ("calendar-plus", Tone.ACTIVE),
    papers.StudyEdited.name: ("pencil", Tone.QUIET),
    papers.StudyVersionAdded.name: ("file-upload", Tone.QUIET),
    papers.StudyMoved.name: ("arrow-right", Tone.ACTIVE),
}
