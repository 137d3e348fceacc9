"""What the public pages cost: one query for the packs, whatever they show; and that they are open to visitors."""

from __future__ import annotations

import pytest

from comity.atlas.tests.law import load_law
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/routes/",
    "/routes/?from=GE&to=UA&measure=preserve&data=traffic&at=2017-06-16&what_if=UA:16=full&why=network-ets185-29",
    "/routes/matrix/?measure=preserve",
    "/atlas/",
    "/atlas/GE/",
    "/atlas/FR/",
    "/atlas/UA/legal/",
    "/atlas/UA/authorities/?from=GE",
    "/atlas/UA/procedures/",
    "/atlas/UA/practice/",
    "/atlas/UA/profile.pdf",
    "/atlas/compare/?countries=AM,AZ,BY,GE,MD,UA",
    "/atlas/instruments/",
    "/atlas/instruments/ets185/",
)


@pytest.fixture
def packs(monkeypatch):
    load_law(monkeypatch)


def test_a_visitor_costs_one_query(client, packs, django_assert_max_num_queries):
    client.get("/atlas/")
    for address in ADDRESSES:
        with django_assert_max_num_queries(1):
            assert client.get(address).status_code == 200, address


def test_a_user_costs_what_the_frame_costs(signed_in, packs, django_assert_max_num_queries):
    client = signed_in(Role.DRAFTER)
    client.get("/atlas/")
    for address in ADDRESSES:
        with django_assert_max_num_queries(5):
            assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("role", "question", "offered"),
    [
        (Role.DRAFTER, "from=GE&to=UA", True),
        (Role.DUTY_OFFICER, "from=GE&to=UA", True),
        (Role.AUDITOR, "from=GE&to=UA", False),
        (Role.DRAFTER, "from=UA&to=GE", False),
        (Role.DRAFTER, "from=GE&to=GE", False),
    ],
)
def test_whoever_drafts_here_starts_a_request_from_the_plan(signed_in, packs, monkeypatch, role, question, offered):
    monkeypatch.setattr("comity.web.pages.planner.STARTS", ("not-there", "verify"))
    page = signed_in(role).get(f"/routes/?{question}&measure=preserve&data=traffic").content.decode()
    start = "/verify/?from=GE&amp;to=UA&amp;measure=preserve&amp;data=traffic"
    assert (start in page) == offered
    assert ("Start a request on this way" in page) == offered


def test_before_any_pack_is_loaded_nothing_breaks(client):
    for address in ("/routes/", "/routes/?from=GE&to=UA", "/routes/matrix/", "/atlas/", "/atlas/instruments/"):
        assert client.get(address).status_code == 200, address
