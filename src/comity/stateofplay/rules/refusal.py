"""Why a change was refused, beside what is wrong with it: somebody else, or the questionnaire, was there before."""

from __future__ import annotations

from comity.kernel.words import say, say_count


class ChangedMeanwhile(Exception):
    """Somebody else changed it since the page was opened. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Somebody changed this since you opened it, so nothing has been saved. "
                "Look at it as it is now, then decide again."
            )
        )


class QuestionnaireChanged(Exception):
    """The questionnaire reads otherwise than the one that was answered."""

    def __init__(self, edition: int, reopened: tuple[str, ...]) -> None:
        super().__init__(_changed(edition, len(reopened)))
        self.edition = edition
        self.reopened = reopened


def _changed(edition: int, reopened: int) -> str:
    if not reopened:
        return say(
            "The questionnaire has changed under these answers: it is edition {edition} now, and no question must be "
            "answered (again). Carry the answers over first: those to questions that read the same are kept.",
            edition=edition,
        )
    return say_count(
        "The questionnaire has changed under these answers: it is edition {edition} now, and one question must be "
        "answered (again). Carry the answers over first: those to questions that read the same are kept.",
        "The questionnaire has changed under these answers: it is edition {edition} now, and {count} questions must be "
        "answered (again). Carry the answers over first: those to questions that read the same are kept.",
        reopened,
        edition=edition,
    )
