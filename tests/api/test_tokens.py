"""Who may do what: tokens, scopes and roles. A session opens nothing here."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from comity.casework.tests.complete import complete
from comity.people.actions.revoke_token import revoke_token
from comity.people.queries.tokens import tokens_of

from .conftest import Cast, Program, problem

pytestmark = pytest.mark.django_db


def test_without_a_token_nothing_opens_but_health_and_the_schema(stranger: Program) -> None:
    refused = stranger.get("/requests")
    assert problem(refused, 401)["type"] == "urn:comity:problem:no-token"
    assert refused["WWW-Authenticate"].startswith("Bearer")
    assert stranger.get("/health").json()["status"] == "ok"
    assert stranger.get("/openapi.json").json()["openapi"] == "3.1.0"


def test_a_session_opens_nothing(cast: Cast, node: object) -> None:
    client = Client()
    client.force_login(cast.drafter, backend="django.contrib.auth.backends.ModelBackend")
    problem(client.get("/api/v1/me"), 401)
    problem(client.post("/api/v1/cases", {"title": "Forged"}, content_type="application/json"), 401)


@pytest.mark.parametrize("secret", ["nonsense", "comity_" + "a" * 43, "x" * 100_000, "\x00", "ключ"])
def test_a_token_that_nobody_made_opens_nothing(node: object, db: None, secret: str) -> None:
    problem(Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}), 401)


def test_a_revoked_token_opens_nothing(cast: Cast, program: Callable[..., Program]) -> None:
    drafter = program("drafter")
    assert drafter.get("/me").status_code == 200
    revoke_token(tokens_of(cast.drafter)[0].id, by=cast.drafter)
    assert "revoked" in problem(drafter.get("/me"), 401)["detail"]


@pytest.mark.parametrize(
    ("scope", "method", "path"),
    [
        ("draft", "get", "/cases"),
        ("draft", "get", "/requests"),
        ("read", "post", "/cases"),
        ("read", "post", "/requests"),
        ("draft", "post", "/requests/GE-2026-00001/approve"),
        ("draft", "post", "/requests/GE-2026-00001/sign"),
        ("draft", "post", "/requests/GE-2026-00001/steps/acknowledge"),
        ("decide", "post", "/requests/GE-2026-00001/submit"),
        ("statistics", "get", "/requests/GE-2026-00001"),
    ],
)
def test_a_scope_narrows(program: Callable[..., Program], scope: str, method: str, path: str) -> None:
    refused = getattr(program("second", scope), method)(path)
    assert "scope" in problem(refused, 403)["detail"]


def test_roles_rule_as_on_the_pages(program: Callable[..., Program], draft: Callable[..., str], law: None) -> None:
    reference = draft()
    assert "role of drafter" in problem(program("auditor").post("/cases", {"title": "Mine"}), 403)["detail"]
    body = {"kind": "preservation", "case": "CASE-2026-00001", "content": complete()}
    problem(program("approver").post("/requests", body), 403)
    assert program("drafter").post(f"/requests/{reference}/submit", If_Match='"1"').status_code == 200
    refused = program("duty").post(f"/requests/{reference}/approve", If_Match='"1"')
    assert problem(refused, 403)["type"] == "urn:comity:problem:not-entitled"
    admin = program("admin")
    problem(admin.get(f"/requests/{reference}"), 404)
    assert admin.get("/requests").json()["items"] == []
    assert program("auditor").get(f"/requests/{reference}").status_code == 200


def test_the_caller_is_told_who_they_are(program: Callable[..., Program]) -> None:
    found = program("second", "read", "draft").get("/me").json()
    assert (found["username"], found["roles"], found["scopes"]) == (
        "second",
        ["approver", "drafter"],
        ["draft", "read"],
    )
