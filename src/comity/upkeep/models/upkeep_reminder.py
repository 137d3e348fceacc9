"""That a country's owner was reminded, in one week, of facts to compare with their sources."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User


class UpkeepReminder(models.Model):
    """One for an owner and a week. `countries` maps each country's code to the number of its facts that were due.

    `week` is the Monday on which the week begins where the owner is. `seen_at` is when the owner put it aside.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    countries = models.JSONField()
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-week", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "week"], name="one_upkeep_reminder_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in the week of {self.week}"
