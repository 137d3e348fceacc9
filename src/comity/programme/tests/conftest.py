"""A node with its packs, whose projects it has begun to keep, and a programme officer."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from comity.atlas.actions import load_packs as loading
from comity.atlas.actions.load_packs import load_packs
from comity.atlas.rules.packs.kinds import KINDS
from comity.kernel import clock
from comity.ledger.rules.actor import SYSTEM
from comity.packkit.load import load_packs as validated_packs
from comity.packkit.pack import Pack
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.actions.adopt_projects import adopt_projects

PACKS = Path(__file__).parents[4] / "packs"


@cache
def _validated() -> list[Pack]:
    return validated_packs(PACKS, KINDS)


@pytest.fixture
def adopted(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packs are loaded, read once for all tests, since reading takes seconds; their projects are adopted."""
    monkeypatch.setattr(loading, "validated_packs", lambda *_: _validated())
    load_packs(PACKS, actor=SYSTEM)
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
