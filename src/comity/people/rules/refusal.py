"""Why something about a user was refused, in a sentence that a page can show beside the field it is about."""

from __future__ import annotations


class Refused(ValueError):
    """`field` names what is wrong ("username", "role"), `sentence` says what it is and what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence
