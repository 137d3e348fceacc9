"""A cast, a node of its own on a fixed day, and requests at every step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from comity.atlas.tests.law import load_law
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.open_case import open_case
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Case, Request
from comity.casework.tests.complete import complete
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)

ROLES = {
    "drafter": (Role.DRAFTER,),
    "duty": (Role.DUTY_OFFICER,),
    "approver": (Role.APPROVER,),
    "second": (Role.APPROVER, Role.DRAFTER),
    "auditor": (Role.AUDITOR,),
    "editor": (Role.EDITOR,),
    "admin": (Role.ADMINISTRATOR,),
}


@dataclass(frozen=True)
class Cast:
    """One user for each role, and a second approver who also drafts."""

    drafter: User
    duty: User
    approver: User
    second: User
    auditor: User
    editor: User
    admin: User


@pytest.fixture
def cast(db: None) -> Cast:
    """Users in Tbilisi, without passwords: nobody signs in here."""
    users = {}
    for username, roles in ROLES.items():
        user = User.objects.create(
            username=username,
            display_name=f"{username.capitalize()}, Georgia",
            email=f"{username}@example.org",
            time_zone="Asia/Tbilisi",
            created_at=NOW,
        )
        for role in roles:
            Mandate.objects.create(user=user, role=role, valid_from=date(2025, 1, 1), created_at=NOW)
        users[username] = user
    return Cast(**users)


@pytest.fixture
def node(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Path]:
    """This process is a node with keys of its own, on 2 March 2026."""
    frozen_clock(NOW)
    with override_settings(ENV=replace(settings.ENV, home=tmp_path)):
        yield tmp_path


@pytest.fixture
def law(node: Path, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packs of this repository, loaded."""
    load_law(monkeypatch)


@pytest.fixture
def draft(cast: Cast, node: Path) -> Callable[..., str]:
    """Makes a draft of the drafter's; `draft(summary="")` changes its content, `by=` its drafter."""

    def make(*, by: User | None = None, restricted: bool = False, **changes: Any) -> str:
        drafter = by or cast.drafter
        case = Case.objects.get(reference=open_case("Ransomware", restricted=restricted, by=drafter))
        content = complete() | changes
        request = Request.objects.create(
            reference=f"GE-2026-{Request.objects.count() + 90001}",
            case=case,
            kind="preservation",
            content=content,
            requesting_country="GE",
            requested_country="UA",
            requested_zone="Europe/Kyiv",
            counterpart="UA",
            created_at=NOW,
            changed_at=NOW,
            drafted_by=drafter,
            changed_by=drafter,
        )
        request.editors.add(drafter)
        return request.reference

    return make


@pytest.fixture
def at(cast: Cast, draft: Callable[..., str]) -> Callable[..., str]:
    """A request that has come as far as the state named: `at("approved")`."""

    def bring(state: str, **changes: Any) -> str:
        reference = draft(**changes)
        steps = ["draft", "in-review", "approved", "signed", "ready"]
        actions: list[Callable[[], Any]] = [
            lambda: submit_for_review(reference, version=1, by=cast.drafter),
            lambda: approve_request(reference, version=1, by=cast.approver),
            lambda: sign_request(reference, version=1, by=cast.approver),
            lambda: release_request(reference),
        ]
        for act in actions[: steps.index(state)]:
            act()
        return reference

    return bring
