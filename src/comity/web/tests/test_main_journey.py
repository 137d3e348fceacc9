"""The main journey by plain forms: from a pasted line to a signed letter that is noted as sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import reverse

from comity.atlas.actions.load_packs import load_packs
from comity.casework.actions.load_demonstration import load_demonstration
from comity.casework.models import Request
from comity.documents.queries.verification import verify
from comity.ledger.actions.deliver_due import deliver_due
from comity.ledger.rules.actor import SYSTEM
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db
PACKS = Path(__file__).parents[4] / "packs"
LINE = "2026-11-22 02:14:09 UTC+4 login ok user=maint src=203.0.113.45:51514"


CAST = {
    "duty": (Role.DUTY_OFFICER, Role.DRAFTER),
    "drafter": (Role.DRAFTER,),
    "approver": (Role.APPROVER,),
    "auditor": (Role.AUDITOR,),
    "editor": (Role.EDITOR,),
}


@pytest.fixture
def people(cast):
    """The demonstration's world, loaded under its cast."""
    load_packs(PACKS, actor=SYSTEM)
    people = {name: cast(name, *roles) for name, roles in CAST.items()}
    load_demonstration(people)
    return people


@pytest.fixture
def as_user(client, people):
    def _as(name):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return _as


def drafted(client) -> str:
    answer = client.post(reverse("start-request"), {"text": LINE})
    assert answer.status_code == 302, answer.content.decode()
    need = answer.url
    answer = client.post(need, {"measure": "preserve", "data": ["traffic"], "requested_country": "UA"})
    assert answer.status_code == 302, answer.content.decode()
    way = answer.url
    page = client.get(way).content.decode()
    key = re.search(r'name="route_key" value="(network-[^"]+)"', page)[1]
    answer = client.post(way, {"route_key": key, "case_title": "A login that nobody of us made"})
    assert answer.status_code == 302, answer.content.decode()
    return Request.objects.latest("id").reference


def in_state(state: str) -> str:
    return Request.objects.filter(state=state).latest("id").reference


def test_from_a_line_to_a_draft(as_user):
    client = as_user("drafter")
    reference = drafted(client)
    page = client.get(reverse("request-edit", args=[reference])).content.decode()
    assert "203.0.113.45" in page
    check = client.get(reverse("request-check", args=[reference])).content.decode()
    assert "29(2)" in check


def test_missing_zone_is_said(as_user):
    client = as_user("drafter")
    answer = client.post(reverse("start-request"), {"text": "2026-11-22 02:14:09 203.0.113.45", "then": "read"})
    assert "time zone" in answer.content.decode()


def test_from_review_to_sent(as_user):
    reference = in_state("in-review")
    request = Request.objects.get(reference=reference)
    client = as_user("drafter")
    answer = client.post(reverse("request-approve", args=[reference]), {"version": request.version}, follow=True)
    assert Request.objects.get(reference=reference).state == "in-review"
    assert "approve" in answer.content.decode().lower()
    client = as_user("approver")
    client.post(reverse("request-approve", args=[reference]), {"version": request.version})
    assert Request.objects.get(reference=reference).state == "approved"
    client.post(reverse("request-sign", args=[reference]), {"version": request.version})
    assert Request.objects.get(reference=reference).state == "signed"
    deliver_due()
    assert Request.objects.get(reference=reference).state == "ready"
    pdf = client.get(reverse("request-pdf", args=[reference]))
    assert verify(pdf.content).verdict == "whole"
    client = as_user("duty")
    sent_on = Request.objects.get(reference=reference).signed_at.date().isoformat()
    client.post(reverse("request-sent", args=[reference]), {"sent_on": sent_on, "channel": "e-mail"}, follow=True)
    assert Request.objects.get(reference=reference).state == "sent"


def test_every_tab_of_every_request_opens(as_user):
    client = as_user("duty")
    names = ("request", "request-letter", "request-data", "request-way", "request-chain", "request-ledger")
    for request in Request.objects.filter(case__restricted=False):
        for name in (*names, "request-check", "request-approval", "request-preview"):
            assert client.get(reverse(name, args=[request.reference])).status_code == 200, (request, name)
    assert client.get(reverse("cases")).status_code == 200
    assert client.get(reverse("case", args=[request.case.reference])).status_code == 200
    assert client.get(reverse("desk")).status_code == 200


def test_a_forged_field_is_refused_and_nothing_saved(as_user):
    client = as_user("drafter")
    reference = drafted(client)
    before = Request.objects.get(reference=reference)
    answer = client.post(
        reverse("request-edit", args=[reference]), {"version": before.version, "state": "approved", "shown": []}
    )
    assert answer.status_code == 422
    assert "is not a field of this form" in answer.content.decode()
    assert Request.objects.get(reference=reference).content == before.content


def test_a_request_that_is_not_there_is_not_found(as_user):
    assert as_user("drafter").get(reverse("request", args=["GE-2026-99999"])).status_code == 404


def test_somebody_without_a_role_cannot_start(as_user):
    assert as_user("editor").get(reverse("start-request")).status_code == 403


def test_a_case_is_opened_and_noted(as_user):
    client = as_user("drafter")
    answer = client.post(reverse("open-case"), {"title": "Theft of card data"})
    assert answer.status_code == 302
    client.post(f"{answer.url}notes/", {"text": "The bank called."})
    assert "The bank called." in client.get(answer.url).content.decode()
