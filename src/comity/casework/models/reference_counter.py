"""The last number given for a prefix in a year. Locked while one is given, so that none is skipped or given twice."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ReferenceCounter(models.Model):
    """A rolled-back transaction takes its number back with it; that is why this is a row and not a sequence."""

    prefix = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["prefix", "year"], name="one_counter_a_year")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}: {self.last}"
