"""A pack that this node has loaded: its content word for word, pinned by its digest. Only `current` ever changes."""

from __future__ import annotations

from django.db import models


class Origin(models.TextChoices):
    """How a version came to this node."""

    SHIPPED = "shipped", "shipped with the software"
    EDITED = "edited", "edited here"
    IMPORTED = "imported", "signed by the country's own node"


class LoadedPack(models.Model):
    """One version of one pack. The current one of each name is that with `current` set; older ones stay readable.

    `follows` is the digest of the version it replaced. `came_from` is the reference of whoever proposed an edit, or the
    name of the certificate that signed an import; `why` is the reason that was given.
    """

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    floors = models.JSONField(default=dict)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.SHIPPED)
    came_from = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    follows = models.CharField(max_length=64, blank=True)
    loaded_at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=models.Q(current=True), name="one_current_pack_a_name")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"
