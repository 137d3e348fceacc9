"""A pack that this node has loaded: its content word for word, pinned by its digest. Rows are never changed."""

from __future__ import annotations

from django.db import models


class LoadedPack(models.Model):
    """One version of one pack. The current one of each name is that with `current` set; older ones stay readable."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    loaded_at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=models.Q(current=True), name="one_current_pack_a_name")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"
