"""An answer to one question of an assessment, with its evidence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.stateofplay.models.assessment import Assessment


class Answer(models.Model):
    """`value` is what the question's scale allows; null is “not known”, an answer too. `wording` is the digest of the
    question as it was answered: to a question that reads otherwise today this is no answer."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    item = models.CharField(max_length=60)
    wording = models.CharField(max_length=64)
    value = models.JSONField(null=True)
    evidence = models.TextField(blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    answered_at = models.DateTimeField(editable=False)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["assessment", "item"], name="answer_once_an_item")]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.item}"
