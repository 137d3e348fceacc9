"""A role given to a user for a span of days. Ended, never deleted: who might sign what, when, must stay known."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.people.rules.roles import Role


class Mandate(models.Model):
    """`role` for `user` from `valid_from` (included) to `valid_to` (excluded; empty: until further notice).

    A mandate taken back on its first day, or before, ends where it starts: it covers no day."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("user_id", "role", "valid_from")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="mandate_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} from {self.valid_from} to {self.valid_to or 'further notice'}"
