"""A commitment on a budget line: a contract, an order, a decision to pay."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.budget_line import BudgetLine
from comity.programme.models.money_entry import MoneyEntry


class Commitment(MoneyEntry):
    """One that counts has its reference once a line, so that nothing is committed twice by a second click."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="commitments")
    says = models.TextField(max_length=1000)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        ordering = ("line_id", "day", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line", "reference"],
                condition=models.Q(reversed_at=None),
                name="commitment_reference_once_a_line",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="commitment_above_zero"),
        ]
