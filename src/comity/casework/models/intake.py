"""An intake: what somebody said to the wizard so far, kept at each step until it has become a request."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models

from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.rules.intake import Step
from comity.people.models.user import User


class Intake(models.Model):
    """Seen by its owner only. `identifiers` is what was recognised in `text`; `route` the way that was chosen."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="intakes")
    step = models.CharField(max_length=8, choices=[(step.value, step.label) for step in Step], default=Step.HOLD.value)
    text = models.TextField(blank=True)
    identifiers = models.JSONField(default=list)
    measure = models.CharField(max_length=40, blank=True)
    data = models.JSONField(default=list)
    requested_country = models.CharField(max_length=2, blank=True)
    urgent = models.BooleanField(default=False)
    route_key = models.CharField(max_length=200, blank=True)
    route = models.JSONField(default=dict)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    request = models.OneToOneField(Request, on_delete=models.PROTECT, null=True, related_name="intake")
    started_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("-changed_at",)
        indexes: ClassVar = [models.Index(fields=["owner", "-changed_at"], name="intake_of_owner")]

    def __str__(self) -> str:
        return f"{self.id} {self.step}"
