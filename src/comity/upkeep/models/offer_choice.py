"""What an editor chose from an offered pack, fact by fact. It changes nothing before another editor confirms it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from comity.atlas.models.pack_offer import PackOffer
from comity.people.models.user import User


class ChoiceState(models.TextChoices):
    """Where a choice stands."""

    WAITING = "waiting", "waits for another editor"
    CONFIRMED = "confirmed", "confirmed"
    RETURNED = "returned", "returned"


class OfferChoice(models.Model):
    """`taken` are the changes (path, before, after) taken of the offer, of the version here whose digest is `on`, empty
    where everything here is kept. `whole` says that all of them are."""

    offer = models.ForeignKey(PackOffer, on_delete=models.PROTECT, related_name="+")
    on = models.CharField(max_length=64)
    taken = models.JSONField()
    whole = models.BooleanField(default=False)
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=ChoiceState.choices, default=ChoiceState.WAITING)
    chosen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ("chosen_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["offer"], condition=Q(state=ChoiceState.WAITING), name="one_choice_waits_an_offer"
            ),
            models.CheckConstraint(
                condition=~Q(state=ChoiceState.CONFIRMED)
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("chosen_by"))),
                name="choice_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer_id}: {len(self.taken)} taken"
