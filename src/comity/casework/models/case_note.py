"""A note in a case: what was said on the telephone, what somebody must not forget. Added, never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.case import Case
from comity.people.models.user import User


class CaseNote(models.Model):
    """Seen by whoever sees the case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    at = models.DateTimeField(editable=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.text[:40]}"
