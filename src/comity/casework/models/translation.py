"""A sworn translation that was ordered for a request: of the letter or of an attachment, with a state of its own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.rules.bundle.translation import TranslationState
from comity.people.models.user import User


class Translation(models.Model):
    """`of` is the attachment that is translated, None for the letter. `demanded` says that the other side demands it:
    the letter waits until it is certified. `file` is what was delivered; `reason` why it must be redone or is not
    needed. `number` counts within the request."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="translations")
    number = models.PositiveSmallIntegerField()
    of = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=3)
    translator = models.CharField(max_length=200, blank=True)
    demanded = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.label) for state in TranslationState],
        default=TranslationState.ORDERED.value,
    )
    file = models.OneToOneField(Attachment, on_delete=models.PROTECT, null=True, related_name="translation")
    certified_by = models.CharField(max_length=200, blank=True)
    certified_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    ordered_at = models.DateTimeField(editable=False)
    ordered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("request_id", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "number"], name="translation_number_once"),
            models.CheckConstraint(
                name="translation_has_its_file",
                condition=models.Q(state__in=["delivered", "certified"], file__isnull=False)
                | models.Q(state__in=["ordered", "redo", "cancelled"], file=None),
            ),
            models.CheckConstraint(
                name="certified_by_somebody_on_a_day",
                condition=models.Q(state="certified", certified_on__isnull=False) & ~models.Q(certified_by="")
                | ~models.Q(state="certified") & models.Q(certified_on=None, certified_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.number} {self.language} {self.state}"
