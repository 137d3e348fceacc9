"""Who has read a language's words on letters, as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from comity.documents.adapters.words.catalogues import letter_words
from comity.documents.models.words_review import WordsReview


@dataclass(frozen=True, slots=True)
class Review:
    """`by` is a function and an office; `at` is in UTC."""

    by: str
    at: datetime


def words_reviews(languages: Iterable[str]) -> Mapping[str, Review]:
    """The newest review of each language whose words have not changed since; languages without one are left out."""
    now = {code: str(letter_words(code).digest) for code in languages}
    rows = WordsReview.objects.filter(language__in=now, digest__in=now.values()).order_by("at", "pk")
    return {row.language: Review(row.by, row.at) for row in rows if row.digest == now[row.language]}
