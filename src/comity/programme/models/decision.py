"""What a meeting decided or recommended."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.models.activity import Activity
from comity.programme.rules.decision import DecisionKind


class Decision(models.Model):
    """Noted once, word for word; the ledger keeps it too."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="decisions")
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.label) for kind in DecisionKind])
    says = models.TextField()
    noted_at = models.DateTimeField(editable=False)
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("activity_id", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "number"], name="decision_number_once_an_activity")
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.number}"
