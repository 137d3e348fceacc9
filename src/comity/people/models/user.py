"""A person who signs in to this node. No flags for staff or superusers: what one may do comes from mandates."""

from __future__ import annotations

from typing import ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from comity.ledger.rules.actor import Actor
from comity.people.rules.user import LONGEST_DISPLAY_NAME, LONGEST_USERNAME


class UserManager(BaseUserManager["User"]):
    """Finds users by their username, whatever its case: people type it as it comes."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser):
    """One person, one row; never deleted, since the ledger and requests name it. Deactivated instead."""

    last_login = None  # the ledger knows it, by the one clock

    username = models.CharField(max_length=LONGEST_USERNAME, unique=True)
    display_name = models.CharField(max_length=LONGEST_DISPLAY_NAME)
    email = models.EmailField(blank=True)
    time_zone = models.CharField(max_length=60, default="UTC")
    language = models.CharField(max_length=2, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["display_name"]

    class Meta:
        ordering = ("username",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(username=Lower("username")), name="username_in_lower_case")
        ]

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
        """What Django's own pages and letters call the user."""
        return self.display_name

    @property
    def subject(self) -> str:
        """What ledger entries about this user name."""
        return f"user:{self.pk}"
