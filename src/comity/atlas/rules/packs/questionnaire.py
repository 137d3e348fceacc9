"""A questionnaire: what an assessment asks of every country, in which order, and how it may be answered.

Answers are not here: they belong to the node that assesses.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from comity.atlas.rules.fact import Cited, Frozen


class Scale(StrEnum):
    """How a question is answered."""

    LEVEL = "level"
    STATUS = "status"
    ENTRIES = "entries"
    TEXT = "text"
    COUNT = "count"

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from; none where one writes."""
        return {"level": ("full", "partial", "none"), "status": ("yes", "draft", "no")}.get(self.value, ())


class Item(Cited):
    """A question. `article` names what it is about (“ets185:19(2)”), `topic` the row of the overview it feeds."""

    id: str = Field(pattern=r"^[a-z0-9.-]+$")
    text: str
    help: str = ""
    article: str = ""
    topic: str = ""
    scale: Scale


class Section(Frozen):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    items: tuple[Item, ...]


class Questionnaire(Frozen):
    """`edition` grows with every change of a question: answers name the edition they were given to."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    edition: int = Field(ge=1)
    says: str = ""
    sections: tuple[Section, ...]


class QuestionnairePack(Frozen):
    """`questionnaire.yaml`."""

    questionnaire: Questionnaire
