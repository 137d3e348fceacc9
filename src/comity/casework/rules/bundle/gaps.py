"""What keeps a letter waiting, or should, because of a language the other side cannot read.

A sworn translation that the other side demands stops the letter until it is certified. Any other only warns; so does a
letter in no language that the other side accepts (`rules.letter_languages`): what the atlas knows of that is practice,
and at night a contact point may take English after all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.rules.bundle.translation import Order, TranslationState
from comity.casework.rules.gap import Gap
from comity.kernel.day_words import day_words
from comity.kernel.language_words import language_words
from comity.kernel.words import noted, say

FIELD = "attachments"
"""Stands where a gap names its field: no kind has one of this name."""

_STANDS = {
    TranslationState.ORDERED: noted("The sworn translation of {of} into {language} is ordered and has not come."),
    TranslationState.DELIVERED: noted(
        "The sworn translation of {of} into {language} is delivered and nobody has certified it."
    ),
    TranslationState.REDO: noted("The sworn translation of {of} into {language} must be done again."),
}
_STANDS_AND_DUE = {
    TranslationState.ORDERED: noted(
        "The sworn translation of {of} into {language} is ordered and has not come (due on {day})."
    ),
    TranslationState.DELIVERED: noted(
        "The sworn translation of {of} into {language} is delivered and nobody has certified it (due on {day})."
    ),
    TranslationState.REDO: noted("The sworn translation of {of} into {language} must be done again (due on {day})."),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What the bundle adds to the gaps and the advice that a content has of its own."""

    gaps: tuple[Gap, ...] = ()
    advice: tuple[Gap, ...] = ()


NOTHING = Beside()


def waiting(orders: Iterable[Order]) -> Beside:
    """Stops for each demanded sworn translation that is not certified; warns of each other one."""
    pending = [order for order in orders if order.open]
    return Beside(
        gaps=tuple(_gap(order) for order in pending if order.demanded),
        advice=tuple(_gap(order) for order in pending if not order.demanded),
    )


def _gap(order: Order) -> Gap:
    asked = say("The other side") if order.demanded else ""
    if order.demanded:
        rest = say("The other side demands it, so the letter waits for it: have it certified, or cancel the order.")
    else:
        rest = say("The other side does not demand it: the letter can go without, and lists what is there then.")
    return Gap(FIELD, say("Translation"), f"{_where_it_stands(order)} {rest}", asked)


def _where_it_stands(order: Order) -> str:
    language = language_words(order.language)
    if order.due_on:
        return say(_STANDS_AND_DUE[order.state], of=order.of, language=language, day=day_words(order.due_on))
    return say(_STANDS[order.state], of=order.of, language=language)
