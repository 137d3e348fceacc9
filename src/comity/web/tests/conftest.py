"""What the tests of pages share: a cast of users, and the law as the packs state it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from comity.atlas.queries.folder import folder_snapshot
from comity.kernel import clock
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role

PASSWORD = "a long enough password"
PACKS = Path(__file__).parents[4] / "packs"


@pytest.fixture
def cast(db):
    """Makes a user of this name with these roles, since long ago and until further notice."""

    def make(name: str, *roles: Role) -> User:
        user = User.objects.create(
            username=name,
            display_name=f"{name.capitalize()}, Georgia",
            password=make_password(PASSWORD),
            time_zone="Asia/Tbilisi",
            created_at=clock.now(),
        )
        for role in roles:
            Mandate.objects.create(user=user, role=role, valid_from=date(2000, 1, 1), created_at=clock.now())
        return user

    return make


@pytest.fixture
def signed_in(cast):
    """A client on which a user with these roles has signed in."""

    def make(*roles: Role) -> Client:
        client = Client()
        client.force_login(
            cast("-".join(roles) or "nobody", *roles), backend="django.contrib.auth.backends.ModelBackend"
        )
        return client

    return make


@pytest.fixture
def law(monkeypatch):
    """The packs of the repository as the law of the public pages, without a database."""
    snapshot = _snapshot()
    for page in ("planner", "matrix", "countries", "country", "instruments"):
        monkeypatch.setattr(f"comity.web.pages.{page}.node_snapshot", lambda: snapshot)
    return snapshot


@cache
def _snapshot():
    return folder_snapshot(PACKS)
