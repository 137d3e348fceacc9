"""The ledger's table: rows are added, and the database refuses to change, delete or truncate them.

The triggers that refuse stand in the first migration, as SQL: unlike triggers kept by a library, no setting of the
session switches them off.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.ledger.rules.actor import LONGEST_DISPLAY, LONGEST_REFERENCE
from comity.ledger.rules.event import LONGEST_NAME, LONGEST_SUBJECT


class Entry(models.Model):
    """One recorded event, chained to the one before it. Only `record` writes here."""

    sequence = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor_reference = models.CharField(max_length=LONGEST_REFERENCE)
    actor_display = models.CharField(max_length=LONGEST_DISPLAY)
    name = models.CharField(max_length=LONGEST_NAME)
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    payload = models.JSONField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("sequence",)
        indexes: ClassVar = [
            models.Index(fields=["subject", "sequence"], name="entry_subject"),
            models.Index(fields=["name", "sequence"], name="entry_name"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(sequence__gte=1), name="entry_counts_from_1")
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.name} {self.subject}"
