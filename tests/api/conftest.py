"""Programs of the cast, each with a token, that speak to the whole application in this process."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from comity.casework.tests.conftest import NOW, Cast, at, cast, draft, law, node  # noqa: F401  fixtures of the desk
from comity.people.actions.create_token import create_token
from comity.people.models.user import User
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import Purpose

ALL = tuple(Scope)


class Program:
    """A client with a token: `program.get("/requests")`, `program.post("/cases", {"title": "…"})`."""

    def __init__(self, secret: str) -> None:
        self._client = Client(raise_request_exception=True, enforce_csrf_checks=True)
        self._headers = {"Authorization": f"Bearer {secret}"} if secret else {}

    def get(self, path: str, **query: Any) -> HttpResponse:
        return self._client.get(_whole(path), query, headers=self._headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return self._send("POST", path, body, headers)

    def patch(self, path: str, body: Any, **headers: str) -> HttpResponse:
        return self._send("PATCH", path, body, headers)

    def _send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> HttpResponse:
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = named.pop("content-type", "application/json")
        return self._client.generic(method, _whole(path), data, kind, headers=self._headers | named)


def _whole(path: str) -> str:
    return path if path.startswith("/api") else f"/api/v1{path}"


@pytest.fixture
def program(cast: Cast, node: Any) -> Callable[..., Program]:  # noqa: F811
    """A program that speaks for somebody: `program("drafter")`, `program("approver", "read")`."""

    numbers = itertools.count(1)

    def make(username: str, *scopes: str) -> Program:
        user: User = getattr(cast, username)
        name = f"Program {next(numbers)}"
        return Program(create_token(user, name=name, purpose=Purpose.API, scopes=scopes or ALL, by=user))

    return make


@pytest.fixture
def stranger(node: Any, db: None) -> Program:  # noqa: F811
    """A program without a token."""
    return Program("")


def problem(response: HttpResponse, status: int) -> dict[str, Any]:
    """The problem details of this answer, which must be of this status and whole."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    found = json.loads(response.content)
    assert set(found) == {"type", "title", "status", "detail", "errors"}
    assert found["status"] == status
    assert "invalid" not in found["detail"].lower()
    return found
