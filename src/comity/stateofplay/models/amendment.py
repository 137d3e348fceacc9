"""A draft amendment: the working document on one gap of one country, from the first words to the law in force."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.stateofplay.rules.amendment import SHORT, AmendmentState

UNDER_WAY = ~models.Q(state__in=["in-force", "dropped"])


class Amendment(models.Model):
    """`checks` answer, by the id of a model element or safeguard, whether the draft covers it. One of a country and
    article is under way at a time. `version` grows with every change."""

    country = models.CharField(max_length=2)
    article = models.CharField(max_length=20)
    state = models.CharField(
        max_length=17,
        choices=[(state.value, state.label) for state in AmendmentState],
        default=AmendmentState.DRAFT.value,
    )
    missing = models.TextField(blank=True)
    wording = models.TextField(blank=True)
    bill = models.CharField(max_length=SHORT, blank=True)
    remarks = models.TextField(blank=True)
    checks = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField(editable=False)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("country", "article", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["country", "article"], condition=UNDER_WAY, name="amendment_under_way_once_a_gap"
            )
        ]

    def __str__(self) -> str:
        return f"{self.country} Article {self.article}"
