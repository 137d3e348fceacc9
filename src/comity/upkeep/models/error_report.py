"""What somebody says is wrong on a public page. Holds no name and no address of whoever wrote it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User


class ReportState(models.TextChoices):
    """Whether somebody has looked at a report, and what came of it."""

    OPEN = "open", "waits for an editor"
    CORRECTED = "corrected", "led to a correction"
    DISMISSED = "dismissed", "no correction was needed"


class ErrorReport(models.Model):
    """`page` is the address of a page of this node, `place` the pack and path of the fact where one was named.

    `sender` is a keyed digest of the network address, for the rate limit alone; it is erased after a day.
    """

    page = models.CharField(max_length=300)
    place = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.OPEN)
    sender = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("received_at", "pk")
        indexes: ClassVar = [
            models.Index(fields=["state", "received_at"], name="error_report_by_state"),
            models.Index(fields=["sender", "received_at"], name="error_report_by_sender"),
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.text[:60]}"

    @property
    def subject(self) -> str:
        """What ledger entries about this report name."""
        return f"error-report:{self.pk}"
