"""What a meeting decided or recommended."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.models.activity import Activity
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import LONGEST_FUNCTION, DecisionState


class Decision(models.Model):
    """Noted once, word for word; the ledger keeps it too. From `state` on: what became of it, of decisions only."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="decisions")
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.label) for kind in DecisionKind])
    says = models.TextField()
    noted_at = models.DateTimeField(editable=False)
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=15,
        choices=[(state.value, state.label) for state in DecisionState],
        default=DecisionState.OPEN.value,
    )
    answers = models.CharField(max_length=LONGEST_FUNCTION, blank=True)
    due = models.DateField(null=True)
    ended = models.DateField(null=True)
    outcome = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("activity_id", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "number"], name="decision_number_once_an_activity")
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.number}"
