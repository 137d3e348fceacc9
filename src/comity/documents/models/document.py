"""The table of documents: what was put on paper, as it was before it was signed and after. Nothing here is changed but
from unsigned to signed, once.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class Document(models.Model):
    """A letter in the database: its content stands beside the case's rows, so that one transaction holds both.

    `letter` is what its form was given, and `attachment` the text of its request.json: with them the unsigned file can
    be set again, byte for byte. Both are empty for letters older than that. `places` says for how many visible
    signatures it keeps room at its end.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    pages = models.PositiveIntegerField()
    letter = models.JSONField(null=True)
    attachment = models.TextField(blank=True)
    places = models.PositiveSmallIntegerField(default=0)
    unsigned = models.BinaryField()
    unsigned_size = models.PositiveIntegerField()
    unsigned_digest = models.CharField(max_length=64)
    signed = models.BinaryField(null=True)
    signed_size = models.PositiveIntegerField(null=True)
    signed_digest = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["reference", "created_at"], name="document_reference")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="document_signed_wholly_or_not",
                condition=models.Q(signed=None, signed_size=None, signed_digest="", signed_at=None)
                | models.Q(signed__isnull=False, signed_size__isnull=False, signed_at__isnull=False)
                & ~models.Q(signed_digest=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.reference}"
