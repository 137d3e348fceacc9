"""A signed pack, byte for byte: made here, or received. What is handed on later is this very file."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SignedPack(models.Model):
    """`digest` is that of the pack as this node knows it; `fingerprint` that of the certificate that signed it."""

    pack = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    signer = models.CharField(max_length=200)
    signed_at = models.DateTimeField(null=True)
    file = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("pack", "-kept_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pack", "digest", "fingerprint"], name="one_file_a_version_and_key")
        ]

    def __str__(self) -> str:
        return f"{self.pack} {self.digest[:12]} by {self.signer}"
