"""What commitments and payments share: an amount of a day that is never changed and never deleted, only reversed."""

from __future__ import annotations

from django.db import models

from comity.people.models.user import User


class MoneyEntry(models.Model):
    """A reversed entry counts on no day; `reversal` says why. `corrects` in its heirs is the entry it stands instead
    of."""

    reference = models.CharField(max_length=80)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3)
    day = models.DateField()
    created_at = models.DateTimeField(editable=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reversed_at = models.DateTimeField(null=True, editable=False)
    reversed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reversal = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference
