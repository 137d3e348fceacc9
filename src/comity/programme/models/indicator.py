"""An indicator of a result: what is counted, from which baseline."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.result import Result
from comity.programme.rules.project import Direction


class Indicator(models.Model):
    """`measure` names the figure of this node from which actuals are computed; empty where somebody enters them."""

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="indicators")
    number = models.CharField(max_length=20)
    says = models.TextField()
    unit = models.CharField(max_length=60, blank=True)
    direction = models.CharField(
        max_length=4, choices=[(way.value, way.label) for way in Direction], default=Direction.UP.value
    )
    measure = models.CharField(max_length=60, blank=True)
    baseline = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    baseline_on = models.DateField(null=True)
    baseline_source = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("result_id", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["result", "number"], name="indicator_number_once_a_result")
        ]

    def __str__(self) -> str:
        return f"{self.result_id} {self.number}"
