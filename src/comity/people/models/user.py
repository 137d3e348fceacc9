"""A person who signs in to this node. No flags for staff or superusers: what one may do comes from mandates."""

from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from comity.ledger.rules.actor import Actor


class UserManager(BaseUserManager["User"]):
    """Finds users by their username, whatever its case: people type it as it comes."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username__iexact=username or "")


class User(AbstractBaseUser):
    """One person, one row; never deleted, since the ledger and requests name it. Deactivated instead."""

    username = models.CharField(max_length=60, unique=True)
    display_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    time_zone = models.CharField(max_length=60, default="UTC")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["display_name"]

    class Meta:
        ordering = ("username",)
        constraints: ClassVar = [models.UniqueConstraint(Lower("username"), name="username_whatever_its_case")]

    def __str__(self) -> str:
        return self.display_name

    @property
    def actor(self) -> Actor:
        """This user as the ledger keeps it."""
        return Actor(f"user:{self.pk}", self.display_name)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which this user reads times."""
        return ZoneInfo(self.time_zone)

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name

    def natural_key(self) -> tuple[Any, ...]:
        return (self.username,)
