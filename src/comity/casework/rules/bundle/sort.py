"""What an attachment is to the letter that it goes along with."""

from __future__ import annotations

from enum import StrEnum

from comity.kernel.words import noted


class Nature(StrEnum):
    """The sorts of attachment. A sworn translation has a state of its own (`translation`)."""

    COURT_ORDER = "court-order"
    SWORN = "sworn-translation"
    TRANSLATION = "translation"
    LAW = "law"
    RECORD = "record"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_translation(self) -> bool:
        return self in {Nature.SWORN, Nature.TRANSLATION}


_LABELS = {
    Nature.COURT_ORDER: noted("Court order"),
    Nature.SWORN: noted("Sworn translation"),
    Nature.TRANSLATION: noted("Translation"),
    Nature.LAW: noted("Annex: statement of law"),
    Nature.RECORD: noted("Annex: record"),
    Nature.OTHER: noted("Other"),
}
"""Annexes as requests for assistance have them: the provisions that apply, and records of the investigation."""
