"""What an incoming request said before somebody corrected what was typed in. Added, never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request
from comity.people.models.user import User


class Amendment(models.Model):
    """One correction, which made `version`. `before` holds the fields that changed as they stood, None for one that was
    not there; beside them `their_reference`, where that changed. Laid over the content that followed, it gives the
    content whose digest the ledger names as `before`. `entry` is that entry's number."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="amendments")
    version = models.PositiveIntegerField()
    at = models.DateTimeField(editable=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    before = models.JSONField()
    entry = models.BigIntegerField()

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "version"], name="one_amendment_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: version {self.version}"
