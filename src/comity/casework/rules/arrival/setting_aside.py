"""Why something that arrived is set aside instead of registered: a closed list. Deletes nothing, decides nothing."""

from __future__ import annotations

from enum import StrEnum

from comity.casework.rules.refusal import refused
from comity.casework.rules.wording import paragraph
from comity.kernel.words import noted, say

LONGEST = 1000


class Ground(StrEnum):
    """Why it is set aside; the list is closed, so that what is set aside can be counted and looked through."""

    NO_REQUEST = "no-request"
    NOT_FOR_US = "not-for-us"
    SPAM = "spam"
    TWICE = "twice"
    TEST = "test"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {
            "no-request": noted("No request: a newsletter, an answer, a question"),
            "not-for-us": noted("For another authority, which was told or given it"),
            "spam": noted("Spam or fraud"),
            "twice": noted("Kept twice: it is registered, or kept, already"),
            "test": noted("A test message or part of an exercise"),
            "other": noted("Something else"),
        }[self]


def ground_of(value: str) -> Ground:
    """The ground that `value` names. Raises Refused for none of the list."""
    try:
        return Ground(value)
    except ValueError:
        sentence = say("Nothing says why it is set aside. Choose a reason from the list.")
        raise refused("ground", "Why", sentence) from None


def words_of(text: str) -> str:
    """The words beside the ground. Raises Refused where there are none, or too many."""
    return paragraph(text, "reason", "In a few words", LONGEST)


SET_ASIDE_ALREADY = noted(
    "It was set aside before. Take it up again first; the file and what was typed are still there."
)
"""Whoever registers, or types about, what was set aside reads this."""
