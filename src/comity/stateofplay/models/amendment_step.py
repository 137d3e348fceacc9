"""A step of a draft amendment: the state it came to, the day, and what was said."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.stateofplay.models.amendment import Amendment
from comity.stateofplay.rules.amendment import AmendmentState


class AmendmentStep(models.Model):
    """Steps are added, never changed."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=17, choices=[(state.value, state.label) for state in AmendmentState])
    day = models.DateField()
    remark = models.TextField(blank=True)
    source = models.TextField(blank=True)
    noted_at = models.DateTimeField(editable=False)
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.amendment_id}: {self.state} {self.day}"
