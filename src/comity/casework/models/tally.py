"""Counts kept up to date, from which statistics are added up; and how far in the ledger they have come."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import LONGEST_KEY


class Tally(models.Model):
    """How many requests of a month share one answer: `what` is asked, `key` is the answer. An empty `country` stands
    for all of them. Derived from the ledger: `comity statistics recount` makes all rows anew."""

    month = models.DateField()
    direction = models.CharField(max_length=8, choices=[(way.value, way.label) for way in Direction])
    country = models.CharField(max_length=2, blank=True)
    family = models.CharField(max_length=12, blank=True)
    what = models.CharField(max_length=13)
    key = models.CharField(max_length=LONGEST_KEY)
    count = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["country", "month", "direction", "family", "what", "key"],
                include=["count"],
                name="one_tally_a_cell",
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.direction} {self.country} {self.family} {self.what} {self.key}: {self.count}"


class TallyCursor(models.Model):
    """One row: the ledger is counted up to and with entry `sequence`, at `counted_at`. Locked by whoever counts."""

    sequence = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(pk=1), name="one_tally_cursor")]

    def __str__(self) -> str:
        return f"counted up to {self.sequence}"
