"""Why something was refused: sentences for the page, beside the field where there is one."""

from __future__ import annotations

from comity.casework.rules.gap import Gap
from comity.kernel.words import say


class NotFound(LookupError):
    """No such row, or none that this user may see: both sound the same, so that nobody learns what is hidden."""

    def __init__(self, what: str) -> None:
        super().__init__(say("There is no such {what}, or you have no part in it. Check the reference.", what=what))


class Refused(ValueError):
    """What was given cannot be taken. `gaps` says field by field what is wrong and what to do."""

    def __init__(self, *gaps: Gap) -> None:
        super().__init__(" ".join(gap.sentence for gap in gaps))
        self.gaps = gaps


class Incomplete(Refused):
    """The request lacks what its kind's articles demand; `gaps` lists it."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the request since this page was opened. Nothing was saved, and nothing typed is lost.

    `version` is the stored one, `fields` the labels in which the stored content differs from what was sent.
    """

    def __init__(self, who: str, version: int, fields: tuple[str, ...]) -> None:
        super().__init__(
            say(
                "{who} changed this request since you opened it, so nothing has been saved. Your text is "
                "still here: look at what changed, then save again. Compare: {fields}.",
                who=who,
                fields=", ".join(fields),
            )
            if fields
            else say(
                "{who} changed this request since you opened it, so nothing has been done. Look at it as it is now.",
                who=who,
            )
        )
        self.version = version
        self.fields = fields


def refused(field: str, label: str, sentence: str, article: str = "") -> Refused:
    """A refusal about one field."""
    return Refused(Gap(field, label, sentence, article))
