"""A test call (ping) to a counterpart: does its point of contact answer, and how soon. Holds no number."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.rules.duty.calls import CallChannel
from comity.casework.rules.duty.ping import PingResult
from comity.people.models.user import User


class Ping(models.Model):
    """`authority_id` is the atlas's name for whom was called, `authority` its name at the time."""

    at = models.DateTimeField()
    recorded_at = models.DateTimeField(editable=False)
    country = models.CharField(max_length=2)
    authority_id = models.CharField(max_length=80, blank=True)
    authority = models.CharField(max_length=300, blank=True)
    channel = models.CharField(max_length=12, choices=[(channel.value, channel.label) for channel in CallChannel])
    result = models.CharField(max_length=12, choices=[(result.value, result.label) for result in PingResult])
    minutes = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["country", "-at", "-id"], name="ping_of_country"),
            models.Index(fields=["-at", "-id"], name="ping_newest_first"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(result="answered", minutes__isnull=False)
                | (~models.Q(result="answered") & models.Q(minutes__isnull=True)),
                name="ping_answered_in_minutes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.at} {self.result}"
