"""What the tests of this floor share: the packs, loaded, a clock that holds still, and editors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from comity.atlas.tests.law import load_law
from comity.kernel import clock
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role

NOW = datetime(2026, 12, 2, 10, tzinfo=UTC)


@pytest.fixture
def packs(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The packs of the repository, loaded, on 2 December 2026."""
    with clock.frozen(NOW):
        load_law(monkeypatch)
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
