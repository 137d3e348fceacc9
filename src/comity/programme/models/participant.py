"""Somebody at an activity, with no more than an organiser needs. Erased, a row says only that somebody was there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from comity.programme.models.activity import Activity
from comity.programme.rules.participation import EventRole, ParticipantState
from comity.programme.rules.registering import LONGEST_ADDRESS, LONGEST_INSTITUTION, LONGEST_NAME


class Participant(models.Model):
    """`consent` is the version of the text that was agreed to. Travel support is granted where it has an amount.
    `erase_after` is the last day of keeping. Erasure leaves country, state and money."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="participants")
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    email = models.CharField(max_length=LONGEST_ADDRESS, blank=True)
    institution = models.CharField(max_length=LONGEST_INSTITUTION, blank=True)
    country = models.CharField(max_length=2, blank=True)
    role = models.CharField(max_length=11, blank=True, choices=[(role.value, role.label) for role in EventRole])
    state = models.CharField(max_length=12, choices=[(state.value, state.label) for state in ParticipantState])
    consent = models.PositiveSmallIntegerField(null=True)
    consent_at = models.DateTimeField(null=True)
    travel_asked = models.BooleanField(null=True)
    travel_amount = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    travel_currency = models.CharField(max_length=3, blank=True)
    certificate = models.CharField(max_length=140, blank=True)
    certified_on = models.DateField(null=True)
    entered_at = models.DateTimeField(editable=False)
    erase_after = models.DateField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("name", "email", "id")
        indexes: ClassVar = [
            models.Index(fields=["activity", "state"], name="participant_by_state"),
            models.Index(fields=["erase_after"], name="participant_to_erase", condition=Q(erased_at=None)),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["activity", "email"], name="participant_once_an_activity", condition=~Q(email="")
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) & ~Q(email="")
                | Q(
                    erased_at__isnull=False, name="", email="", institution="", role="", certificate="", consent_at=None
                ),
                name="participant_erased_is_nobody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["invited", "cancelled"]) | Q(consent__isnull=False),
                name="participant_consented",
            ),
            models.CheckConstraint(
                condition=Q(travel_amount=None, travel_currency="") | Q(travel_amount__gt=0) & ~Q(travel_currency=""),
                name="participant_travel_has_currency",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} participant {self.pk}"
