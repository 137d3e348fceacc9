"""A table or a row of it that is refused after it could be opened."""

from __future__ import annotations

from comity.people.rules.refusal import Refused


class TooManyRows(Refused):
    """More rows than whoever opened the table reads."""


class RowRefused(Exception):
    """A row that cannot be kept, although the check found nothing wrong with it. `place` counts the table's rows from
    zero; the text says what is wrong, and what to do."""

    def __init__(self, place: int, sentence: str) -> None:
        super().__init__(sentence)
        self.place, self.sentence = place, sentence
