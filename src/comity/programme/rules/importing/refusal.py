"""A row of a table that cannot be kept, although the check found nothing wrong with it."""

from __future__ import annotations


class RowRefused(Exception):
    """`place` counts the table's rows from zero; the text says what is wrong, and what to do."""

    def __init__(self, place: int, sentence: str) -> None:
        super().__init__(sentence)
        self.place, self.sentence = place, sentence
