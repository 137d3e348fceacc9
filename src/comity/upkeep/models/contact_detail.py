"""How an authority's office is reached directly. A fact of this node alone: no pack, public page or file holds it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User


class ContactDetail(models.Model):
    """`authority` is its id in the atlas, `authority_name` what the atlas called it when the detail was recorded.

    It is of an office, never of a person. Whoever records it never confirms it. Rows are never deleted.
    """

    country = models.CharField(max_length=2)
    authority = models.CharField(max_length=100)
    authority_name = models.CharField(max_length=300)
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=200)
    checked = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ("country", "authority", "-kind", "recorded_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["country", "authority", "kind", "value"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_detail",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("recorded_by")),
                name="detail_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.kind} of {self.authority}"
