"""What the tests of pages share: a cast of users."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from comity.kernel import clock
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role

PASSWORD = "a long enough password"


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
