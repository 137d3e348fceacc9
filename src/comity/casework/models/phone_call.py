"""A call with another authority, written down. What was said by voice is not lost with the shift."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request
from comity.casework.rules.duty.calls import LONGEST_FUNCTION, CallChannel, CallDirection
from comity.people.models.user import User


class PhoneCall(models.Model):
    """`at` is when they spoke, `logged_at` when it was written down; it is never changed. `spoken_with` is a function,
    not a name. `request` is the request that it was about, or became."""

    at = models.DateTimeField()
    logged_at = models.DateTimeField(editable=False)
    direction = models.CharField(max_length=11, choices=[(way.value, way.label) for way in CallDirection])
    country = models.CharField(max_length=2)
    spoken_with = models.CharField(max_length=LONGEST_FUNCTION)
    channel = models.CharField(max_length=12, choices=[(channel.value, channel.label) for channel in CallChannel])
    summary = models.TextField()
    urgent = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, null=True, related_name="calls")

    class Meta:
        ordering = ("-at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["-at", "-id"], name="call_newest_first"),
            models.Index(fields=["country", "-at"], name="call_by_country"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(at__lte=models.F("logged_at")), name="call_was_before_its_log")
        ]

    def __str__(self) -> str:
        return f"{self.direction} {self.country} {self.at}"
