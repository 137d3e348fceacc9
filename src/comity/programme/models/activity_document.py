"""A file that an activity keeps: agenda, presentation, report, list of conclusions. Read whole, never changed."""

from __future__ import annotations

from django.db import models

from comity.people.models.user import User
from comity.programme.models.activity import Activity


class ActivityDocument(models.Model):
    """`content` is the file, byte for byte, `digest` its SHA-256. Everybody reads what is `public`; the rest is for the
    office's own people."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(max_length=200)
    file = models.CharField(max_length=120)
    media = models.CharField(max_length=80)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    public = models.BooleanField(default=False)
    kept_at = models.DateTimeField(editable=False)
    kept_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("kept_at", "id")

    def __str__(self) -> str:
        return self.file
