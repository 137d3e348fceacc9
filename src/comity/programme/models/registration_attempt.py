"""That somebody registered by a link, for the limits alone. Erased after a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.registration import Registration


class RegistrationAttempt(models.Model):
    """`sender` is a keyed digest of the network address; nobody can tell whose."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="attempts")
    sender = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["registration", "made_at"], name="attempt_by_link"),
            models.Index(fields=["sender", "made_at"], name="attempt_by_sender"),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} at {self.made_at}"
