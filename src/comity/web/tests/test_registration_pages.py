"""Correcting as what a request was registered, by page."""

from __future__ import annotations

import pytest

from comity.casework.models import Request

pytestmark = pytest.mark.django_db

ANSWERS = {
    "requesting_country": "UA",
    "happened_on": "2026-03-02",
    "happened_time": "13:00",
    "channel": "post",
    "case_title": "Asked by Ukraine",
    "then": "register",
}


@pytest.fixture
def typed(world):
    """A request that was typed in by hand as a preservation, and its address."""
    looked = world.duty.post("/incoming/new/", {"then": "type", "kind": "preservation"}).url.removesuffix("content/")
    world.duty.post(f"{looked}content/", {"summary": "They ask to keep a mailbox.", "preservation_days": "90"})
    return world.duty.post(looked, ANSWERS).url


def test_kind_and_channel_are_corrected_and_the_story_says_so(world, typed):
    assert f'href="{typed}registration/"' in world.duty.get(f"{typed}data/").content.decode()
    form = world.duty.get(f"{typed}registration/").content.decode()
    assert '<option value="preservation" selected>' in form
    assert 'value="post"' in form
    wrong = world.duty.post(f"{typed}registration/", {"version": 1, "kind": "mla-stored-data", "channel": "INTERPOL"})
    assert wrong.status_code == 422
    assert '<option value="mla-stored-data" selected>' in wrong.content.decode()
    sent = {"version": 1, "kind": "mla-stored-data", "channel": "INTERPOL", "reason": "It is an order of a court."}
    page = world.duty.post(f"{typed}registration/", sent, follow=True).content.decode()
    assert "corrected what it is: request for stored data, not preservation request; it came by INTERPOL" in page
    assert "It is an order of a court." in page
    assert "90" in world.duty.get(f"{typed}data/").content.decode()  # what has no place now is kept
    assert world.duty.post(f"{typed}registration/", sent | {"channel": "fax"}).status_code == 409


def test_a_kind_that_stays_says_why_and_the_channel_can_still_be_corrected(world, typed):
    reference = Request.objects.get().reference
    world.duty.post(f"/requests/{reference}/follow-up/", {"kind": "receipt"})
    form = world.duty.get(f"{typed}registration/").content.decode()
    assert "stands in a chain with other tickets" in form
    assert "<select" not in form.partition("<main")[2]
    sent = {"version": 1, "channel": "INTERPOL", "reason": "Misread."}
    assert "corrected how it came: by INTERPOL" in (
        world.duty.post(f"{typed}registration/", sent, follow=True).content.decode()
    )


def test_who_registers_nothing_corrects_nothing(world, typed):
    assert world.auditor.get(f"{typed}registration/").status_code == 403
    assert world.duty.get("/requests/GE-2026-99999/registration/").status_code == 404
