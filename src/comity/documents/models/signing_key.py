"""The table of officers' signing keys: where each is, never the key itself. Ended, never deleted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.documents.rules.signature import KeySource
from comity.people.models.user import User

_KEPT = (KeySource.FILE, KeySource.TOKEN)


class SigningKey(models.Model):
    """`place` names files, or a token and its module; `certificates` (PEM) begins with the signer's own."""

    holder = models.ForeignKey(User, on_delete=models.PROTECT, related_name="signing_keys")
    source = models.CharField(max_length=10, choices=[(source.value, source.label) for source in _KEPT])
    place = models.JSONField()
    signer = models.CharField(max_length=200)
    certificates = models.TextField()
    fingerprint = models.CharField(max_length=64)
    registered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("holder_id", "-registered_at")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["holder"], condition=models.Q(ended_at=None), name="signing_key_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signer} {self.source}"
