"""The states of an assessment, and who may take it from one to the next. Knows no database."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count


class AssessmentState(StrEnum):
    """From the first answer to the second pair of eyes."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    SIGNED_OFF = "signed-off"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    AssessmentState.DRAFT: noted("draft"),
    AssessmentState.IN_REVIEW: noted("in review"),
    AssessmentState.SIGNED_OFF: noted("signed off"),
}


class NotNow(Exception):
    """The assessment is not in a state, or the person not one, that allows this. The text says why and what to do."""


def may_answer(state: AssessmentState) -> None:
    """Raises NotNow unless answers can be given and changed."""
    if state is AssessmentState.IN_REVIEW:
        raise NotNow(say("This assessment is in review, so its answers stand still. Ask the reviewer to return it."))
    if state is AssessmentState.SIGNED_OFF:
        raise NotNow(say("This assessment is signed off and stays as it is. Start another to say what has changed."))


def may_send(state: AssessmentState, unanswered: int) -> None:
    """Raises NotNow unless the assessment can be sent for review: a draft with an answer to every question."""
    may_answer(state)
    if unanswered:
        raise NotNow(
            say_count(
                "One question has no answer yet. Where nothing is known, answer “not known”: that is an answer too.",
                "{count} questions have no answer yet. Where nothing is known, answer “not known”: that is an answer "
                "too.",
                unanswered,
            )
        )


def may_return(state: AssessmentState) -> None:
    """Raises NotNow unless the assessment is in review."""
    if state is not AssessmentState.IN_REVIEW:
        raise NotNow(
            say(
                "This assessment is {state}. Only one that is in review can be returned or signed off.",
                state=said(state.label),
            )
        )


def may_sign_off(state: AssessmentState, person: str, authors: Collection[str]) -> None:
    """Raises NotNow unless in review, and `person` wrote and sent none of it: four eyes."""
    may_return(state)
    if person in authors:
        raise NotNow(say("You answered or sent this assessment yourself. Another editor must sign it off."))
