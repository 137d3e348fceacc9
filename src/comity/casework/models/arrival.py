"""What arrived, before and after it becomes an incoming request: the file as it came, and what was read or typed."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request
from comity.people.models.user import User


class Arrival(models.Model):
    """`content` is the file, byte for byte, and never changes; empty where somebody types in what came by voice.

    `reading` is what the file says (`rules.arrival.reading`), `typed` what a person made of it so far: kind, fields and
    the answers of the page that registers it. Nothing typed is lost before it becomes `request`. What is no request of
    ours is set aside, on a ground of the closed list (`rules.arrival.setting_aside`), and can be taken up again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept_at = models.DateTimeField(editable=False)
    kept_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    reading = models.JSONField()
    typed = models.JSONField(default=dict)
    request = models.OneToOneField(Request, on_delete=models.PROTECT, null=True, related_name="arrival")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    set_aside_ground = models.CharField(max_length=20, blank=True)
    set_aside_reason = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["digest"], name="arrival_digest", condition=~models.Q(digest="")),
            models.Index(fields=["kept_by", "-kept_at"], name="arrival_open", condition=models.Q(request=None)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(set_aside_at=None) | models.Q(request=None), name="set_aside_or_registered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kept_at:%Y-%m-%d %H:%M} {self.size} bytes"
