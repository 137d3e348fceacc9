"""A span of days of an indicator: what is to be reached by its end, and what was."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.models.indicator import Indicator


class IndicatorPeriod(models.Model):
    """`ends` is the last day. Null is not known. `evidence` shows the actual, `source` says where it is written."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="periods")
    starts = models.DateField()
    ends = models.DateField()
    target = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    actual = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    evidence = models.TextField(blank=True)
    source = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("indicator_id", "starts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "starts"], name="period_once_an_indicator"),
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="period_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.starts} to {self.ends}"
