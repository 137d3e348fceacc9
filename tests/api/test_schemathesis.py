"""Each address is sent what the schema allows and what it forbids: the node never fails, and answers as declared.

A longer run: `COMITY_EXAMPLES=1000 pytest tests/api/test_schemathesis.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, settings
from schemathesis.generation.case import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from comity.api.allowance import Allowance
from comity.atlas.actions.load_packs import load_packs
from comity.atlas.tests.law import PACKS
from comity.casework.actions.compose_request import compose_request
from comity.casework.actions.open_case import open_case
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.kernel.clock import frozen
from comity.ledger.rules.actor import SYSTEM
from comity.people.actions.create_token import create_token
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import Purpose

PINNED = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json"
EXAMPLES = int(os.environ.get("COMITY_EXAMPLES", "6"))

pytestmark = pytest.mark.django_db

schema = schemathesis.openapi.from_dict(json.loads(PINNED.read_text(encoding="utf-8")))
schema.app = WSGIHandler()
schema.config.checks.missing_required_header.expected_statuses = ["400", "401", "403", "422", "428"]
LAW_REFUSES_MORE = [positive_data_acceptance]
"""A schema cannot say all that the law demands: “the day lies in the future” is refused in words, with 422."""


@schemathesis.serializer("application/pdf")
def _pdf(_context: Any, value: Any) -> dict[str, Any]:
    return {"data": value if isinstance(value, bytes) else str(value).encode()}


@dataclass(frozen=True)
class World:
    """A token with every scope, and requests in several states."""

    secret: str
    references: tuple[str, ...]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Made once for all addresses, in one transaction that is taken back at the end; no request may close it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with (
        pytest.MonkeyPatch.context() as patched,
        django_db_blocker.unblock(),
        frozen(NOW),
        transaction.atomic(),
    ):
        patched.setattr("comity.api.bearer._allowance", Allowance(1_000_000))  # the clock stands still
        yield _made()
        transaction.set_rollback(True)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _made() -> World:
    load_packs(PACKS, actor=SYSTEM)
    user = User.objects.create(username="program", display_name="Program, Georgia", created_at=NOW)
    for role in (Role.DRAFTER, Role.APPROVER):
        Mandate.objects.create(user=user, role=role, valid_from=date(2025, 1, 1), created_at=NOW)
    case = open_case("Ransomware", by=user)
    contents = (complete(), complete() | {"summary": ""}, complete())
    references = tuple(compose_request("preservation", content, case_reference=case, by=user) for content in contents)
    submit_for_review(references[-1], version=1, by=user)
    secret = create_token(user, name="schemathesis", purpose=Purpose.API, scopes=tuple(Scope), by=user)
    return World(secret, references)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="COMITY_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
def test_the_node_answers_as_its_schema_says(case: Case, world: World) -> None:
    _meant(case, world.references)
    case.call_and_validate(headers={"Authorization": f"Bearer {world.secret}"}, excluded_checks=LAW_REFUSES_MORE)


def _meant(case: Case, references: tuple[str, ...]) -> None:
    """Where the case is in order, let it mostly speak of things that are there: else all it ever finds is nothing."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    named = case.path_parameters.get("reference")
    if isinstance(named, str) and "/requests/" in case.path and len(named) % 4:
        case.path_parameters["reference"] = references[len(named) % len(references)]
    if "If-Match" in case.headers and len(str(named)) % 3:
        case.headers["If-Match"] = '"1"'
    if isinstance(case.body, dict) and case.body.get("content") == {}:
        case.body["content"] = complete()
