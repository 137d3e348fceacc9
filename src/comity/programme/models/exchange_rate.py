"""A rate of exchange of a day, with where it was read."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User


class ExchangeRate(models.Model):
    """One `currency` was worth `rate` of `quote` on `day`. One for a pair and a day; earlier versions are in the
    ledger."""

    currency = models.CharField(max_length=3)
    quote = models.CharField(max_length=3)
    day = models.DateField()
    rate = models.DecimalField(max_digits=18, decimal_places=8)
    source = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-day", "currency", "quote")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["currency", "quote", "day"], name="rate_once_a_day"),
            models.CheckConstraint(condition=models.Q(rate__gt=0), name="rate_above_zero"),
            models.CheckConstraint(condition=~models.Q(currency=models.F("quote")), name="rate_between_two_currencies"),
        ]

    def __str__(self) -> str:
        return f"{self.currency}/{self.quote} {self.day}"
