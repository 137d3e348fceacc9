"""A case: what an investigation asks of others, and who may see it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User


class Case(models.Model):
    """Requests belong to a case. A restricted one is seen by its opener and its members only."""

    reference = models.CharField(max_length=30, unique=True)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    offence_summary = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField(editable=False)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="opened_cases")
    restricted = models.BooleanField(default=False)
    members = models.ManyToManyField(User, related_name="restricted_cases", blank=True)

    class Meta:
        ordering = ("-opened_at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["-opened_at", "-id"], name="case_newest_first"),
            models.Index(fields=["title", "id"], name="case_by_title"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"
