"""What an attachment is to the letter that it goes along with."""

from __future__ import annotations

from enum import StrEnum


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
    Nature.COURT_ORDER: "Court order",
    Nature.SWORN: "Sworn translation",
    Nature.TRANSLATION: "Translation",
    Nature.LAW: "Annex: statement of law",
    Nature.RECORD: "Annex: record",
    Nature.OTHER: "Other",
}
"""Annexes as requests for assistance have them: the provisions that apply, and records of the investigation."""
