"""What the tests of pages share: a cast of users, the law as the packs state it, and requests at every step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client, override_settings

from comity.atlas.tests.law import load_law, repository_snapshot
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.open_case import open_case
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Case, Request
from comity.casework.tests.complete import complete
from comity.kernel import clock
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.actions.adopt_projects import adopt_projects

PASSWORD = "a long enough password"


@cache
def _hashed():
    """Hashing is slow on purpose; the tests' users share one password, and may share its salt."""
    return make_password(PASSWORD)


@pytest.fixture
def cast(db):
    """Makes a user of this name with these roles, since long ago and until further notice."""

    def make(name: str, *roles: Role) -> User:
        user = User.objects.create(
            username=name,
            display_name=f"{name.capitalize()}, Georgia",
            password=_hashed(),
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
    snapshot = repository_snapshot()
    for page in ("planner", "matrix", "countries", "instruments", "providers", "glossary", "profile.compare"):
        monkeypatch.setattr(f"comity.web.pages.{page}.node_snapshot", lambda: snapshot)
    monkeypatch.setattr("comity.web.atlas.opened.node_snapshot", lambda: snapshot)
    return snapshot


@pytest.fixture
def packs(db, monkeypatch):
    """The packs of the repository, loaded, and their projects kept."""
    load_law(monkeypatch)
    adopt_projects(actor=SYSTEM)


NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """Users by what they are, each with a browser of their own; `both` drafts and approves."""

    users: dict
    browsers: dict

    def __getattr__(self, name):
        return self.browsers[name]


@pytest.fixture
def world(cast, packs, tmp_path, frozen_clock):
    """A node on 2 March 2026, with keys of its own and somebody in each role signed in."""
    frozen_clock(NOW)
    roles = {
        "drafter": (Role.DRAFTER,),
        "duty": (Role.DUTY_OFFICER,),
        "approver": (Role.APPROVER,),
        "both": (Role.DRAFTER, Role.APPROVER),
        "auditor": (Role.AUDITOR,),
        "editor": (Role.EDITOR,),
        "programme": (Role.PROGRAMME_OFFICER,),
    }
    users = {name: cast(name, *held) for name, held in roles.items()}
    browsers = {name: Client() for name in users}
    for name, browser in browsers.items():
        browser.force_login(users[name], backend="django.contrib.auth.backends.ModelBackend")
    with override_settings(ENV=replace(settings.ENV, home=tmp_path)):
        yield World(users, browsers)


@pytest.fixture
def at(world):
    """A request of the drafter's that has come as far as the state named: `at("approved", necessity="")`."""

    def bring(state, *, by="drafter", restricted=False, **changes):
        drafter, approver = world.users[by], world.users["approver"]
        case = Case.objects.get(
            reference=open_case("Ransomware", restricted=restricted, members=["approver"], by=drafter)
        )
        request = Request.objects.create(
            reference=f"GE-2026-{Request.objects.count() + 90001}",
            case=case,
            kind="preservation",
            content=complete() | changes,
            requesting_country="GE",
            requested_country="UA",
            counterpart="UA",
            requested_zone="Europe/Kyiv",
            created_at=NOW,
            changed_at=NOW,
            drafted_by=drafter,
            changed_by=drafter,
        )
        request.editors.add(drafter)
        reference = request.reference
        actions = [
            lambda: submit_for_review(reference, version=1, by=drafter),
            lambda: approve_request(reference, version=1, by=approver),
            lambda: sign_request(reference, version=1, by=approver),
            lambda: release_request(reference),
        ]
        for act in actions[: ["draft", "in-review", "approved", "signed", "ready"].index(state)]:
            act()
        return reference

    return bring


@pytest.fixture
def editors(packs, cast):
    """Two editors and an auditor, each with a browser of their own."""

    def browser(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        client.user = user
        return client

    return {
        name: browser(cast(name, role))
        for name, role in (("first", Role.EDITOR), ("second", Role.EDITOR), ("auditor", Role.AUDITOR))
    }
