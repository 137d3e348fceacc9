"""Who sits in a team, from when to when: an office, not a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.team import Team
from comity.programme.rules.team import MemberRole


class Membership(models.Model):
    """`post` is the office: “duty officer”. `ends` is the last day; empty until further notice."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    post = models.CharField(max_length=200)
    institution = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    role = models.CharField(max_length=10, choices=[(role.value, role.label) for role in MemberRole])
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        ordering = ("country", "starts", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(ends__gte=models.F("starts")),
                name="membership_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.post}"
