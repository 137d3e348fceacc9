"""What a call costs the database: bounded, and not growing with what is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comity.casework.tests.complete import complete

from .conftest import Program

pytestmark = pytest.mark.django_db

CREATION = 17
"""Statements of one creation under a key: each is paid a hundred times a second. Raise it only knowing why."""

LISTS = {"/requests": 5, "/cases": 4}
"""Statements of a page of a list, the token's among them."""


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


def _counted(call: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        call()
    return len(queries)


def test_a_creation_takes_few_statements(drafter: Program) -> None:
    case = drafter.post("/cases", {"title": "Many"}).json()["reference"]
    body = {"kind": "preservation", "case": case, "content": complete()}
    drafter.post("/requests", body, Idempotency_Key="warm")
    assert _counted(lambda: drafter.post("/requests", body, Idempotency_Key="counted")) <= CREATION


def test_a_list_costs_the_same_however_long_it_is(drafter: Program, draft: Callable[..., str]) -> None:
    draft()
    drafter.get("/me")  # from now on the token is known to be in use
    few = {path: _counted(lambda path=path: drafter.get(path)) for path in LISTS}
    for _ in range(8):
        draft()
    many = {path: _counted(lambda path=path: drafter.get(path)) for path in LISTS}
    assert few == many
    assert {path: count for path, count in many.items() if count > LISTS[path]} == {}


def test_reading_one_request_is_bounded(drafter: Program, draft: Callable[..., str]) -> None:
    reference = draft()
    assert _counted(lambda: drafter.get(f"/requests/{reference}")) <= 30
