"""Why something that arrived is not kept or registered: nobody could read it now, or it was registered before."""

from __future__ import annotations

from comity.casework.rules.gap import Gap
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say


class AlreadyRegistered(Refused):
    """The same file, or the same number of the same country, is registered as `reference`, which the user may see.

    `sure` where it is the same file; a number may be used again, so for that the user can say that it is another one.
    """

    def __init__(self, reference: str, *, sure: bool) -> None:
        said = (
            say(
                "This file is registered already, as {reference}. Open that request; a second ticket "
                "would only confuse.",
                reference=reference,
            )
            if sure
            else say(
                "The same country’s request of this number is registered already, as {reference}. Look "
                "at it first; if this is another one, tick that it is.",
                reference=reference,
            )
        )
        super().__init__(Gap("" if sure else "their_reference", "Their ticket or reference number", said, ""))
        self.reference = reference
        self.sure = sure


class ReadersBusy(Refused):
    """Too many letters are being read now: this one was neither read nor kept, and whoever gives it still has it."""

    def __init__(self) -> None:
        said = say(
            "The node is reading other letters at this moment, so this one was not kept. Give it again in a minute."
        )
        super().__init__(Gap("file", "File", said, ""))
