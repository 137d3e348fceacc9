"""Which editor looks after what the atlas says of a country. Gives no right that other editors lack."""

from __future__ import annotations

from django.db import models

from comity.people.models.user import User


class CountryOwner(models.Model):
    """`user` is reminded of the facts of `country` (two letters) that are due. A country has one owner or none."""

    country = models.CharField(max_length=2, unique=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        ordering = ("country",)

    def __str__(self) -> str:
        return f"{self.country}: {self.user_id}"
