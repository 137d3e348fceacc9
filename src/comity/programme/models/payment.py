"""A payment on a commitment: money that left, in whatever currency it left."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.commitment import Commitment
from comity.programme.models.money_entry import MoneyEntry


class Payment(MoneyEntry):
    """One that counts has its reference once a commitment, so that nothing is paid twice by a second click."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="payments")
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        ordering = ("commitment_id", "day", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "reference"],
                condition=models.Q(reversed_at=None),
                name="payment_reference_once_a_commitment",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="payment_above_zero"),
        ]
