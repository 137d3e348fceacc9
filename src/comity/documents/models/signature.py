"""The table of signatures made: one row each, in the order in which they stand in the file. Never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.documents.models.document import Document
from comity.documents.rules.signature import KeySource, Level, SignerRole


class Signature(models.Model):
    """`digest` and `size` are those of the file as this signature left it; `asked` whom it was asked of, by name.
    `timestamps` is the setting that was asked for its time: an address, “test”, or empty where nobody of ours was."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="signatures")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=[(role.value, role.label) for role in SignerRole])
    asked = models.CharField(max_length=200, blank=True)
    signer = models.CharField(max_length=200)
    reason = models.CharField(max_length=500, blank=True)
    mandate = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=5, choices=[(level.value, level.value) for level in Level])
    timestamps = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=10, choices=[(source.value, source.label) for source in KeySource])
    certificate = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ("document_id", "position")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "position"], name="signature_one_a_position"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.position} {self.signer}"
