"""A secret by which a program, or a calendar, acts for one user. Its digest is kept; the secret itself nowhere."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from comity.people.models.user import User
from comity.people.rules.tokens import LONGEST_NAME, Purpose


class Token(models.Model):
    """`scopes` are those of people.rules.scopes; a calendar's token has none. Revoked, never deleted."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=LONGEST_NAME)
    purpose = models.CharField(max_length=10, choices=[(purpose.value, purpose.label) for purpose in Purpose])
    scopes = models.JSONField(default=list, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(editable=False)
    last_used_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "name"], condition=Q(revoked_at=None), name="token_names_differ_while_they_hold"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.name}"
