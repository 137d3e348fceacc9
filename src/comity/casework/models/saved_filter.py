"""A filter of the list of requests that a user keeps under a name."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User

LONGEST_NAME = 60
LONGEST_QUERY = 500


class SavedFilter(models.Model):
    """`query` is the filter as the list's address says it; what it finds depends on who opens it, as everywhere."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="saved_filters")
    name = models.CharField(max_length=LONGEST_NAME)
    query = models.CharField(max_length=LONGEST_QUERY)
    saved_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="filter_name_once_a_user"),
        ]

    def __str__(self) -> str:
        return f"{self.owner_id}: {self.name}"
