"""What the tests of this floor share: the packs, loaded, a clock that holds still, and editors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from comity.atlas.actions import load_packs as loading
from comity.atlas.rules.packs.kinds import KINDS
from comity.kernel import clock
from comity.ledger.rules.actor import SYSTEM
from comity.packkit.load import load_packs as validated_packs
from comity.packkit.pack import Pack
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role

PACKS = Path(__file__).parents[4] / "packs"
NOW = datetime(2026, 12, 2, 10, tzinfo=UTC)


@cache
def _validated() -> list[Pack]:
    return validated_packs(PACKS, KINDS)


@pytest.fixture
def packs(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The packs of the repository, read once for all tests, on 2 December 2026."""
    monkeypatch.setattr(loading, "validated_packs", lambda *_: _validated())
    with clock.frozen(NOW):
        loading.load_packs(PACKS, actor=SYSTEM)
        yield


@pytest.fixture
def make_editor(packs: None) -> Callable[..., User]:
    """Makes a user of this name, an editor unless other roles are given."""

    def make(name: str, *roles: Role) -> User:
        user = User.objects.create(
            username=name, display_name=f"{name.capitalize()} editor", time_zone="Asia/Tbilisi", created_at=NOW
        )
        for role in roles or (Role.EDITOR,):
            Mandate.objects.create(user=user, role=role, valid_from=date(2025, 1, 1), created_at=NOW)
        return user

    return make


@pytest.fixture
def editor(make_editor: Callable[..., User]) -> User:
    return make_editor("first")


@pytest.fixture
def other(make_editor: Callable[..., User]) -> User:
    return make_editor("second")


@pytest.fixture
def reader(make_editor: Callable[..., User]) -> User:
    return make_editor("auditor", Role.AUDITOR)
