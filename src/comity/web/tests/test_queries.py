"""How many database queries each page takes is pinned in one file, and does not grow with what is on the node."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comity.casework.actions.amend_registered import amend_registered
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.register_request import register_request
from comity.casework.actions.set_aside_arrival import set_aside_arrival
from comity.casework.models import Request
from comity.kernel import clock
from comity.people.models.user import User

FILE = Path(__file__).with_name("queries.yaml")
PINNED = yaml.safe_load(FILE.read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def _taken(browser, address: str) -> int:
    browser.get(address)  # what a process learns once (the law, its kinds) is not the page's
    with CaptureQueriesContext(connection) as queries:
        response = browser.get(address)
        b"".join(response)
    assert response.status_code == 200, address
    return len(queries)


def _arrived(duty: User, incoming: str = "") -> dict[str, object]:
    """A file that waits, one that was set aside, and a correction of the request that arrived (`incoming`, or a new
    one)."""
    waiting, aside = (keep_arrival(b"Dear colleagues", by=duty) for _ in range(2))
    set_aside_arrival(aside, ground="spam", reason="It sells insurance.", by=duty)
    how = {"received_at": clock.now(), "channel": "post", "case_title": "Asked"}
    reference = incoming or register_request("preservation", {"requesting_country": "UA"}, **how, by=duty)
    version = Request.objects.get(reference=reference).version
    amend_registered(reference, {"summary": f"Version {version}"}, version=version, reason="Mistyped.", by=duty)
    return {"waiting": waiting, "aside": aside, "incoming": reference}


def test_every_page_takes_as_many_queries_as_the_file_says(world, at):
    """With four requests, and again with ten, all of one case: the same number each time."""
    first, *_ = at("ready"), at("in-review"), at("approved")
    request = Request.objects.select_related("case").get(reference=first)
    names = {"case": request.case.reference, "request": first, "draft": at("draft"), **_arrived(world.users["duty"])}
    addresses = {page: page.format(**names) for page in PINNED}
    few = {page: _taken(world.duty, address) for page, address in addresses.items()}
    for state in ("draft", "in-review", "approved", "signed", "ready", "ready"):
        at(state)
        _arrived(world.users["duty"], names["incoming"])
    Request.objects.update(case=request.case)
    many = {page: _taken(world.duty, address) for page, address in addresses.items()}
    assert many == few, "These pages ask more of the database the more is on the node."
    assert few == PINNED, f"{FILE.name} says otherwise. If more is right, say so there."
