"""A version of a pack from outside that differs from what was edited here: it waits for somebody to compare."""

from __future__ import annotations

from django.db import models


class PackOffer(models.Model):
    """Never merged silently. `base` is the digest of the version that both sides started from, as far as it is known.

    `came_from` is “release” for what the software ships, else the name of the certificate that signed it. `decided_at`
    is empty while it waits; `taken` says that at least one of its facts was taken.
    """

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    floors = models.JSONField(default=dict)
    base = models.CharField(max_length=64, blank=True)
    came_from = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    taken = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "digest"], condition=models.Q(decided_at=None), name="one_open_offer_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]} from {self.came_from}"
