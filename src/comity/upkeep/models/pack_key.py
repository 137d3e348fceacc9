"""Which certificate may speak for which country on this node: whose signed packs are that country's own word."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PackKey(models.Model):
    """`fingerprint` (SHA-256) pins one certificate, kept in `certificate` as PEM; one may speak for several countries.

    It counts from `valid_from` to `valid_to` (excluded, UTC days; empty: until further notice), while the certificate
    itself holds, and until somebody withdraws it. Rows are never deleted.
    """

    country = models.CharField(max_length=2)
    fingerprint = models.CharField(max_length=64)
    certificate = models.TextField()
    name = models.CharField(max_length=200)
    holds_from = models.DateTimeField()
    holds_to = models.DateTimeField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    reason = models.TextField()
    trusted_at = models.DateTimeField()
    trusted_by = models.CharField(max_length=200)
    distrusted_at = models.DateTimeField(null=True)
    distrusted_by = models.CharField(max_length=200, blank=True)
    distrusted_because = models.TextField(blank=True)

    class Meta:
        ordering = ("country", "trusted_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["country", "fingerprint"],
                condition=models.Q(distrusted_at=None),
                name="one_standing_key_a_country",
            )
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.name} {self.fingerprint[:12]}"
