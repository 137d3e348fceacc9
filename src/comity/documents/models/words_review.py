"""The table of reviews: that a lawyer who speaks a language natively has read its words on letters. Nothing in it is
changed; a review counts for exactly the words that were read."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class WordsReview(models.Model):
    """`digest` names the words that were read; `by` is the reviewer's function and office, never a person's name."""

    language = models.CharField(max_length=2)
    digest = models.CharField(max_length=64)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["language", "digest", "-at"], name="words_review_newest")]

    def __str__(self) -> str:
        return f"{self.language} {self.by}"
