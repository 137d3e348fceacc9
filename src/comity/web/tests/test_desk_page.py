"""The desk: what arrived, what runs out, what waits; empty, it says what to do first."""

from __future__ import annotations

from datetime import date

import pytest

from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.return_for_changes import return_for_changes

pytestmark = pytest.mark.django_db


def read(browser):
    return browser.get("/").content.decode()


def test_an_empty_desk_leads_to_the_first_request(world):
    page = read(world.drafter)
    assert "Your desk is clear" in page
    assert page.count("Start a request") == 2


def test_whoever_starts_nothing_is_told_why_it_is_empty(world):
    assert "Start a request" not in read(world.approver)
    assert "Your desk is clear" in read(world.approver)
    assert "Your desk is clear" in read(world.editor)


def test_somebody_without_a_role_is_told_whom_to_ask(signed_in):
    assert "You hold no role yet" in read(signed_in())


def test_each_column_holds_its_own(world, at):
    returned, waiting, sent = at("in-review"), at("in-review"), at("ready")
    return_for_changes(returned, "Say more.", by=world.users["approver"])
    mark_request_sent(sent, sent_on=date(2026, 3, 2), channel="e-mail", by=world.users["drafter"])
    drafter, approver = read(world.drafter), read(world.approver)
    assert "Approver, Georgia returned it: Say more." in drafter
    assert "60 days left" in drafter
    assert "Article 29(7)" in drafter
    assert "It waits for your approval." in approver
    assert waiting in approver
    assert returned not in approver


def test_an_unfinished_intake_is_found_again(world):
    world.drafter.post("/intake/", {"text": "desk@mail.example.net"})
    assert "desk@mail.example.net" in read(world.drafter)
    assert "desk@mail.example.net" not in read(world.duty)
