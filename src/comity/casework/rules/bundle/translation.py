"""What may happen to a sworn translation, in which state: one table, which pages and actions obey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from comity.kernel.language import language_name
from comity.kernel.sayable import said
from comity.kernel.words import noted, say


class TranslationState(StrEnum):
    """Where a sworn translation stands."""

    ORDERED = "ordered"
    DELIVERED = "delivered"
    CERTIFIED = "certified"
    REDO = "redo"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _LABELS[self]


class TranslationVerb(StrEnum):
    """What is done with it."""

    DELIVER = "deliver"
    CERTIFY = "certify"
    REDO = "redo"
    CANCEL = "cancel"


_LABELS = {
    TranslationState.ORDERED: noted("Ordered"),
    TranslationState.DELIVERED: noted("Delivered, not certified"),
    TranslationState.CERTIFIED: noted("Certified"),
    TranslationState.REDO: noted("To be done again"),
    TranslationState.CANCELLED: noted("Cancelled"),
}

_TABLE: dict[TranslationVerb, tuple[tuple[TranslationState, ...], TranslationState]] = {
    TranslationVerb.DELIVER: (
        (TranslationState.ORDERED, TranslationState.REDO),
        TranslationState.DELIVERED,
    ),
    TranslationVerb.CERTIFY: ((TranslationState.DELIVERED,), TranslationState.CERTIFIED),
    TranslationVerb.REDO: ((TranslationState.DELIVERED, TranslationState.CERTIFIED), TranslationState.REDO),
    TranslationVerb.CANCEL: (
        (
            TranslationState.ORDERED,
            TranslationState.DELIVERED,
            TranslationState.CERTIFIED,
            TranslationState.REDO,
        ),
        TranslationState.CANCELLED,
    ),
}

_WHY_NOT = {
    TranslationVerb.DELIVER: noted(
        "It is delivered already. To put another in its place, say first that it must be redone."
    ),
    TranslationVerb.CERTIFY: noted("Only a translation that was delivered can be certified."),
    TranslationVerb.REDO: noted("Nothing was delivered that could be done again."),
    TranslationVerb.CANCEL: noted("It is cancelled already."),
}


def state_after(verb: TranslationVerb, state: TranslationState) -> TranslationState | None:
    """The state that `verb` leads to; None where it cannot be done now."""
    sources, target = _TABLE[verb]
    return target if state in sources else None


def why_not_translation(verb: TranslationVerb, state: TranslationState) -> str:
    """Why it cannot be done now, in a sentence; empty where it can."""
    if state_after(verb, state):
        return ""
    if state is TranslationState.CANCELLED:
        return say("This translation was cancelled. Order it anew if it is needed after all.")
    return said(_WHY_NOT[verb])


@dataclass(frozen=True, slots=True)
class Order:
    """A sworn translation as far as sending waits for it. `of` are words: “the letter”, “attachment 2”. `demanded`
    says that the other side demands it; `due_on` is None where no day was agreed."""

    of: str
    language: str
    state: TranslationState
    demanded: bool
    due_on: date | None = None
    number: int = 0

    @property
    def words(self) -> str:
        return f"the sworn translation of {self.of} into {language_name(self.language)}"

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something before it can be relied on."""
        return self.state not in {TranslationState.CERTIFIED, TranslationState.CANCELLED}
