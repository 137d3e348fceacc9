"""Why a change was refused, beside what is wrong with it: somebody else, or the questionnaire, was there before."""

from __future__ import annotations


class ChangedMeanwhile(Exception):
    """Somebody else changed it since the page was opened. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed this since you opened it, so nothing has been saved. "
            "Look at it as it is now, then decide again."
        )


class QuestionnaireChanged(Exception):
    """The questionnaire reads otherwise than the one that was answered."""

    def __init__(self, edition: int, reopened: tuple[str, ...]) -> None:
        many = len(reopened)
        what = "no question" if not many else "one question" if many == 1 else f"{many} questions"
        super().__init__(
            f"The questionnaire has changed under these answers: it is edition {edition} now, and {what} must be "
            "answered (again). Carry the answers over first: those to questions that read the same are kept."
        )
        self.edition = edition
        self.reopened = reopened
