"""A reminder: the moment at which a role is told that a clock runs out, and whether one of its people has seen it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request_clock import RequestClock
from comity.people.models.user import User


class Reminder(models.Model):
    """Raised by the node when it is due, or earlier where the role before has not looked (`escalated`)."""

    clock = models.ForeignKey(RequestClock, on_delete=models.CASCADE, related_name="reminders")
    role = models.CharField(max_length=20)
    due_at = models.DateTimeField()
    raised_at = models.DateTimeField(null=True)
    escalated = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("due_at", "id")
        indexes: ClassVar = [
            models.Index(fields=["due_at"], name="reminder_to_raise", condition=models.Q(raised_at__isnull=True)),
            models.Index(
                fields=["role", "raised_at"],
                name="reminder_unseen",
                condition=models.Q(raised_at__isnull=False, seen_at__isnull=True),
            ),
        ]
        constraints: ClassVar = [models.UniqueConstraint(fields=["clock", "role"], name="one_reminder_a_role")]

    def __str__(self) -> str:
        return f"{self.role} {self.due_at}"
