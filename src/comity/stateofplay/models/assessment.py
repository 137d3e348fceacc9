"""An assessment: a questionnaire asked of one country as of a day, from the first answer to its sign-off."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.stateofplay.rules.assessment import AssessmentState

OPEN = models.Q(state__in=["draft", "in-review"])


class Assessment(models.Model):
    """`asked` is the questionnaire word for word as it is answered, so that a signed assessment reads the same whatever
    becomes of the pack. `version` grows with every change: who signs off names the one they read."""

    country = models.CharField(max_length=2)
    questionnaire = models.CharField(max_length=60)
    edition = models.PositiveIntegerField()
    asked = models.JSONField()
    as_of = models.DateField()
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.label) for state in AssessmentState],
        default=AssessmentState.DRAFT.value,
    )
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField(editable=False)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    returned_because = models.TextField(blank=True)
    signed_off_at = models.DateTimeField(null=True, editable=False)
    signed_off_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-as_of", "country", "-id")
        indexes: ClassVar = [models.Index(fields=["state", "country", "as_of"], name="assessment_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["country", "questionnaire", "as_of"], condition=OPEN, name="assessment_open_once_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(state="signed-off", signed_off_by__isnull=False)
                | (~models.Q(state="signed-off") & models.Q(signed_off_by__isnull=True)),
                name="assessment_signed_off_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.questionnaire} {self.as_of}"
