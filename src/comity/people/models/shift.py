"""A stretch of time for which one duty officer answers, and the note with which it was handed over."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from comity.people.models.user import User
from comity.people.rules.shift import LONGEST_ELAPSED, Span


class Shift(models.Model):
    """`user` is on duty from `starts` (included) to `ends` (excluded), both in UTC.

    A shift that has begun stays. One that was cancelled before is deleted: the ledger knows that it was planned."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="shifts")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    note = models.TextField(blank=True)
    handed_over_at = models.DateTimeField(null=True, blank=True)
    handed_over_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("starts", "pk")
        indexes: ClassVar = [
            models.Index(fields=["ends", "starts"], name="shift_ends"),
            models.Index(
                fields=["-handed_over_at"], name="shift_handed_over", condition=Q(handed_over_at__isnull=False)
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")) & Q(ends__lte=F("starts") + LONGEST_ELAPSED),
                name="shift_ends_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_at=None, handed_over_by=None, note="")
                | (Q(handed_over_at__isnull=False, handed_over_by__isnull=False) & ~Q(note="")),
                name="shift_handed_over_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} from {self.starts} to {self.ends}"

    @property
    def span(self) -> Span:
        return Span(self.starts, self.ends)

    @property
    def subject(self) -> str:
        """What ledger entries about this shift name."""
        return f"shift:{self.pk}"
