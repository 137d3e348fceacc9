"""Where a country stands with a recommendation. Earlier versions are in the ledger."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.stateofplay.rules.follow_up import SHORT, FollowUpStatus


class FollowUp(models.Model):
    """One for a list, a recommendation's number in it, and a country. No row: nothing has been said, not known."""

    list_id = models.CharField(max_length=60)
    number = models.CharField(max_length=20)
    country = models.CharField(max_length=2)
    status = models.CharField(
        max_length=14,
        choices=[(status.value, status.label) for status in FollowUpStatus],
        default=FollowUpStatus.UNKNOWN.value,
    )
    responsible = models.CharField(max_length=SHORT, blank=True)
    due = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    activity = models.CharField(max_length=SHORT, blank=True)
    source = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("list_id", "number", "country")
        indexes: ClassVar = [models.Index(fields=["due"], name="follow_up_by_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["list_id", "number", "country"], name="follow_up_once_a_country")
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.number} {self.country}"
