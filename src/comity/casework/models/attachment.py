"""A file that goes along with a request, ours or one that arrived: read whole, never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request
from comity.casework.rules.bundle.sort import Nature
from comity.people.models.user import User


class Attachment(models.Model):
    """`content` is the file, byte for byte, `digest` its SHA-256, `media_type` what it was found to be. `number` counts
    within the request and is never given twice. `language` and `pages` are empty where they are not known.

    `translates` is the attachment that it is a translation of; a translation of none is one of the letter. What was
    taken out again keeps its row and its digest, and loses its bytes.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="attachments")
    number = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=20, choices=[(sort.value, sort.label) for sort in Nature])
    title = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    language = models.CharField(max_length=3, blank=True)
    pages = models.PositiveIntegerField(null=True)
    translates = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="translated")
    content = models.BinaryField(null=True)
    added_at = models.DateTimeField(editable=False)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("request_id", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "number"], name="attachment_number_once"),
            models.UniqueConstraint(
                fields=["request", "digest"], condition=models.Q(removed_at=None), name="attachment_file_once"
            ),
            models.CheckConstraint(
                name="attachment_there_or_removed",
                condition=models.Q(content__isnull=False, removed_at=None, removed_by=None)
                | models.Q(content=None, removed_at__isnull=False, removed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.number} {self.name}"
