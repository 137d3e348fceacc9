"""Three-valued answers (yes, no, unknown) and their logic. An unknown fact never becomes a no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Answer(StrEnum):
    """What is known about a statement, combined by Kleene's strong three-valued logic."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __and__(self, other: Answer) -> Answer:
        return all_of((self, other))

    def __or__(self, other: Answer) -> Answer:
        return any_of((self, other))

    def __invert__(self) -> Answer:
        return _OPPOSITE[self]

    @classmethod
    def of(cls, value: bool | None) -> Answer:
        """`True` is yes, `False` is no, `None` is unknown."""
        return cls.UNKNOWN if value is None else cls.YES if value else cls.NO


def all_of(answers: Iterable[Answer]) -> Answer:
    """No if any is no, else unknown if any is unknown, else yes (also for none at all)."""
    given = tuple(answers)
    if Answer.NO in given:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in given else Answer.YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes if any is yes, else unknown if any is unknown, else no (also for none at all)."""
    given = tuple(answers)
    if Answer.YES in given:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in given else Answer.NO


_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}
