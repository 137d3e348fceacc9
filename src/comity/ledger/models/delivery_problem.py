"""What went wrong when a subscriber was told of an entry. The row goes when the delivery succeeds at last."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.ledger.models.entry import Entry

LONGEST_SENTENCE = 500


class DeliveryProblem(models.Model):
    """The last failure of one subscriber for one entry, and how often it has been tried."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    subscriber = models.CharField(max_length=200)
    attempts = models.PositiveIntegerField()
    sentence = models.CharField(max_length=LONGEST_SENTENCE)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "subscriber"], name="one_problem_a_delivery")]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.subscriber}: {self.sentence}"
