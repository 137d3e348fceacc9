"""A clock of a request, as computed from what the ledger says of it. A projection: never edited, always rewritten."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request
from comity.casework.rules.clocks.clock import ClockState


class RequestClock(models.Model):
    """`state` is running, held or stopped: a running clock is over once `ends` has passed. `ours` says who must act.

    `said` is what a reader wants to know of the rule and of how the end was found. `ran_out_at` is when the ledger was
    told that it ran out; `next_reminder_at` the first reminder that has not been raised.
    """

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="clocks")
    rule = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=[(state.value, state.label) for state in ClockState])
    ours = models.BooleanField()
    basis = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    article = models.CharField(max_length=60)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    next_reminder_at = models.DateTimeField(null=True)
    ran_out_at = models.DateTimeField(null=True)
    said = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["ours", "ends", "id"], name="clock_runs_out_ours", condition=models.Q(state="running")
            ),
            models.Index(fields=["ends", "id"], name="clock_runs_out", condition=models.Q(state="running")),
            models.Index(
                fields=["ends"],
                name="clock_to_be_told_of",
                condition=models.Q(state="running", ran_out_at__isnull=True),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "rule"], name="one_clock_a_rule"),
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="clock_ends_after_its_start"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.state} {self.ends}"
