"""The node's page: for its keepers, with the ledger's state, what was not delivered, and the packs."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import transaction

from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.queries.certificate import own_certificate
from comity.ledger.actions.record import record
from comity.ledger.queries.chain import ChainReport
from comity.ledger.queries.deliveries import DeliveryState, DeliveryView
from comity.ledger.rules.actor import SYSTEM
from comity.ledger.rules.event import Event
from comity.people.rules.roles import Role
from comity.web.pages import node

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, kw_only=True)
class LampLit(Event):
    name: ClassVar[str] = "lamp-lit"


def a_failed_delivery():
    return DeliveryView(
        7, 3, "lamp-lit", "lamp:1", "comity.lamps.dim", DeliveryState.FAILED, 5, "The lamp is broken.", None, None
    )


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_keepers_see_the_node(signed_in, role):
    client = signed_in(role)
    with transaction.atomic():
        record(LampLit(subject="lamp:1"), actor=SYSTEM)
    answer = client.get("/node/")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Whole" in page
    assert "lamp-lit" in page
    assert "PostgreSQL" in page


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.APPROVER, Role.EDITOR, Role.DUTY_OFFICER])
def test_nobody_else_does(signed_in, role):
    answer = signed_in(role).get("/node/")
    assert answer.status_code == 403
    assert "role of administrator or auditor" in answer.content.decode()


def test_a_ledger_that_is_not_whole_is_shouted_about(signed_in, monkeypatch):
    monkeypatch.setattr(node, "verify_chain", lambda: ChainReport(False, 3, None, "Entry 4 was changed."))
    page = signed_in(Role.AUDITOR).get("/node/").content.decode()
    assert "The ledger is not whole." in page
    assert "Entry 4 was changed." in page


def test_the_certificate_with_its_fingerprint_and_its_end(signed_in):
    page = signed_in(Role.AUDITOR).get("/node/").content.decode()
    assert own_certificate().fingerprint in page
    assert "days left" in page


def test_a_key_that_does_not_serve_is_said_not_hidden(signed_in, monkeypatch):
    def broken():
        raise NodeKeyProblem("The folder holds a part of the keys.")

    monkeypatch.setattr(node, "own_certificate", broken)
    answer = signed_in(Role.AUDITOR).get("/node/")
    assert answer.status_code == 200
    assert "The folder holds a part of the keys." in answer.content.decode()


def test_a_long_ledger_is_checked_on_demand(signed_in, monkeypatch):
    monkeypatch.setattr(node, "CHECKED_UNASKED", -1)
    client = signed_in(Role.AUDITOR)
    assert "checked on demand" in client.get("/node/").content.decode()
    assert "checked on demand" not in client.get("/node/?check=ledger").content.decode()


def test_a_failed_delivery_says_why_and_only_administrators_can_retry(signed_in, monkeypatch):
    monkeypatch.setattr(node, "deliveries", lambda: [a_failed_delivery()])
    page = signed_in(Role.AUDITOR).get("/node/").content.decode()
    assert "The lamp is broken." in page
    assert "Try again" not in page
    assert "Try again" in signed_in(Role.ADMINISTRATOR).get("/node/").content.decode()


def test_retrying_asks_the_ledger(signed_in, monkeypatch):
    asked = []
    monkeypatch.setattr(node, "retry_delivery", lambda *args, actor: asked.append((*args, actor.display)))
    answer = signed_in(Role.ADMINISTRATOR).post("/node/deliveries/3/retry/", {"subscriber": "comity.lamps.dim"})
    assert answer["Location"] == "/node/"
    assert asked == [(3, "comity.lamps.dim", "Administrator, Georgia")]


def test_retrying_what_did_not_fail_says_so(signed_in):
    answer = signed_in(Role.ADMINISTRATOR).post("/node/deliveries/3/retry/", {"subscriber": "x"}, follow=True)
    assert "is not among those that failed" in answer.content.decode()


def test_an_auditor_changes_nothing(signed_in):
    assert signed_in(Role.AUDITOR).post("/node/deliveries/3/retry/", {"subscriber": "x"}).status_code == 403
