"""A node with its packs, whose projects it has begun to keep, and a programme officer."""

from __future__ import annotations

from datetime import date

import pytest

from comity.atlas.tests.law import load_law
from comity.kernel import clock
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.actions.adopt_projects import adopt_projects


@pytest.fixture
def adopted(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packs are loaded, their projects adopted."""
    load_law(monkeypatch)
    adopt_projects(actor=SYSTEM)


def _member(name: str, role: Role) -> User:
    user = User.objects.create(username=name, display_name=f"{role.label}, Georgia", created_at=clock.now())
    Mandate.objects.create(user=user, role=role.value, valid_from=date(2017, 1, 1), created_at=clock.now())
    return user


@pytest.fixture
def officer(db: None) -> User:
    return _member("programme", Role.PROGRAMME_OFFICER)


@pytest.fixture
def auditor(db: None) -> User:
    return _member("auditor", Role.AUDITOR)


@pytest.fixture
def drafter(db: None) -> User:
    return _member("drafter", Role.DRAFTER)
