"""What keeps a letter waiting, or should, because of a language the other side cannot read.

A sworn translation that the other side demands stops the letter until it is certified. Everything else only warns: what
the atlas knows of accepted languages is what States practise, and at night a contact point may take English after all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.rules.bundle.translation import Order, TranslationState
from comity.casework.rules.gap import Gap
from comity.kernel.language import language_name

FIELD = "attachments"
"""Stands where a gap names its field: no kind has one of this name."""
_LABEL = "Translation"

_STANDS = {
    TranslationState.ORDERED: "is ordered and has not come",
    TranslationState.DELIVERED: "is delivered and nobody has certified it",
    TranslationState.REDO: "must be done again",
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


def unread(
    letter: tuple[str, ...], translated: Iterable[str], accepted: tuple[str, ...], country: str
) -> tuple[Gap, ...]:
    """Warns where `country` is known to accept languages, and the letter is in none of them: neither in its own ones,
    `letter`, nor as a translation that is there or ordered. `accepted` is empty where that is not known."""
    if not accepted or {*letter, *translated}.intersection(accepted):
        return ()
    names = _either([language_name(code) for code in accepted])
    spoken = " and ".join(map(language_name, letter))
    sentence = (
        f"The letter is in {spoken}. As far as this node knows, {country} accepts requests in {names}, "
        "or with a translation: attach one, or order a sworn translation."
    )
    return (Gap(FIELD, _LABEL, sentence, ""),)


def _gap(order: Order) -> Gap:
    words = order.words[:1].upper() + order.words[1:]
    due = f" (due on {order.due_on.day} {order.due_on:%B %Y})" if order.due_on else ""
    asked = "The other side" if order.demanded else ""
    if order.demanded:
        rest = "The other side demands it, so the letter waits for it: have it certified, or cancel the order."
    else:
        rest = "The other side does not demand it: the letter can go without, and lists what is there then."
    return Gap(FIELD, _LABEL, f"{words} {_STANDS[order.state]}{due}. {rest}", asked)


def _either(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
