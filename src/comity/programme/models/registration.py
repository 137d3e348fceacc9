"""How people register for an activity: when, for how many places, what is asked and how long it is kept."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.models.activity import Activity
from comity.programme.rules.registering import KEPT_DAYS


class Registration(models.Model):
    """`token` stands in the public link. `closes` is the last day; `closed_at` ends it earlier. `capacity` empty: no
    limit. `certificates` counts those issued."""

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="registration")
    token = models.CharField(max_length=43, unique=True)
    opens = models.DateField()
    closes = models.DateField()
    closed_at = models.DateTimeField(null=True)
    capacity = models.PositiveIntegerField(null=True)
    asks = models.JSONField(default=list)
    kept_days = models.PositiveIntegerField(default=KEPT_DAYS)
    consent = models.PositiveSmallIntegerField()
    certificates = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(closes__gte=models.F("opens")), name="registration_closes_after_opening"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} until {self.closes}"
