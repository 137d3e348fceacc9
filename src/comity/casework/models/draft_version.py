"""What a draft said before somebody began to change it. Added, never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request


class DraftVersion(models.Model):
    """A state that was left behind: `content` as version `version` had it. `kept_at` is when the next sitting began.
    Who made it, and when, the ledger says; the newest state is the request itself."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="draft_versions")
    version = models.PositiveIntegerField()
    content = models.JSONField()
    kept_at = models.DateTimeField(editable=False)

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "version"], name="one_state_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: version {self.version}"
