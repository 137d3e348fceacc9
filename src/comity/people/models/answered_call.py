"""What a program was answered under a key of its own, so that a repetition does nothing twice. Kept for a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User


class AnsweredCall(models.Model):
    """`digest` is over all that said what was to be done; `body` the answer to the letter. Deleted after 24 hours."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.TextField()
    at = models.DateTimeField(editable=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "key"], name="one_answer_a_key")]
        indexes: ClassVar = [models.Index(fields=["at"], name="answered_call_by_age")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}: {self.status}"
