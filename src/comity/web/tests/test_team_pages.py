"""Teams, decisions and papers on their pages: who sees what, and what is refused keeps what was typed."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from comity.kernel import clock
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.web.pages.programme import study

pytestmark = pytest.mark.django_db
II = "/programme/cybercrime-eap-ii/"


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.fixture
def officer(world):
    user = User.objects.create(username="office", display_name="Programme officer, Georgia", created_at=clock.now())
    Mandate.objects.create(user=user, role="programme-officer", valid_from=date(2017, 1, 1), created_at=clock.now())
    client = Client()
    client.force_login(user)
    return client


def test_teams_are_the_offices_own(world, officer):
    assert Client().get(II + "teams/").status_code == 302
    assert world.duty.get(II + "teams/").status_code == 403
    assert "Teams" not in text_of(Client().get(II))
    formed = {"kind": "country-team", "title": "Country team", "country": ""}
    refused = officer.post(II + "teams/form/", formed)
    assert refused.status_code == 422
    assert "choose it" in text_of(refused)
    assert officer.post(II + "teams/form/", {**formed, "country": "GE"}).status_code == 302
    number = re.search(r"/teams/(\d+)/admit/", officer.get(II + "teams/").content.decode())[1]
    seat = {"post": "duty officer", "institution": "", "role": "member", "starts": "2017-02-01", "ends": "2017-01-01"}
    refused = officer.post(f"{II}teams/{number}/admit/", seat)
    assert refused.status_code == 422
    assert "before it begins" in text_of(refused)
    assert officer.post(f"{II}teams/{number}/admit/", {**seat, "ends": ""}).status_code == 302
    assert "1 of 1 seat held today" in text_of(officer.get(II + "teams/"))
    officer.post(II + "teams/form/", {"kind": "working-group", "title": "Working group", "country": ""})
    group = re.findall(r"/teams/(\d+)/admit/", officer.get(II + "teams/").content.decode())[-1]
    assert officer.post(f"{II}teams/{group}/admit/", {**seat, "ends": "", "country": "UA"}).status_code == 302
    assert "duty officer not named Ukraine Member" in text_of(officer.get(II + "teams/"))


def test_what_a_meeting_recommends_is_followed_up(world, officer):
    said = {"activity": "interpol-europol", "kind": "recommendation", "says": "Test the line each month."}
    assert Client().post(II + "decisions/", said).status_code in {302, 403}
    assert world.duty.post(II + "decisions/", said).status_code == 403
    assert officer.post(II + "decisions/", said).status_code == 302
    assert "Test the line each month." in text_of(Client().get(II + "decisions/"))
    followed = officer.post(II + "decisions/interpol-europol/track/")
    assert followed["Location"] == "/state-of-play/recommendations/cybercrime-eap-ii-interpol-europol/"
    assert "Test the line each month." in text_of(Client().get(followed["Location"]))


def test_a_decision_is_followed_up_on_the_page(world, officer):
    page, address = II + "decisions/", II + "decisions/interpol-europol/1/follow-up/"
    officer.post(page, {"activity": "interpol-europol", "kind": "decision", "says": "To meet again."})
    assert "1 decision is open, none overdue. " in text_of(Client().get(page))
    assert "Open due: no day set; answers for it: not known." in text_of(Client().get(page))
    assert "follow-up" not in Client().get(page).content.decode()
    said = {"version": "1", "state": "open", "answers": "project manager", "due": "2017-09-30"}
    assert Client().post(address, said).status_code in {302, 403}
    assert world.duty.post(address, said).status_code == 403
    assert officer.post(address, said)["Location"] == page
    seen = text_of(Client().get(page))
    assert "1 decision is open, 1 overdue ." in seen
    assert "Open Overdue due: 30 September 2017; answers for it: project manager." in seen
    assert 'value="2017-09-30"' in officer.get(page).content.decode()
    refused = officer.post(address, {**said, "version": "2", "state": "dropped", "ended": "2017-09-20"})
    assert refused.status_code == 422
    assert "why it was dropped" in text_of(refused)
    assert 'value="2017-09-20"' in refused.content.decode()
    assert '<details class="fold" open>' in refused.content.decode()
    assert "Somebody changed this" in text_of(officer.post(address, said))
    ended = {**said, "version": "2", "state": "carried-out", "ended": "2017-09-20", "outcome": "<b>Met</b> in Kyiv."}
    assert officer.post(address + "?page=2", ended)["Location"] == page + "?page=2"
    seen = text_of(Client().get(page))
    assert "0 decisions are open, none overdue." in seen
    assert "Carried out on 20 September 2017; due: 30 September 2017; answers for it: project manager." in seen
    assert "<b>Met</b>" in seen


def test_what_was_typed_of_a_decision_that_is_not_on_the_page_is_still_there(world, officer):
    page, address = II + "decisions/", II + "decisions/interpol-europol/1/follow-up/"
    officer.post(page, {"activity": "interpol-europol", "kind": "recommendation", "says": "Test the line."})
    refused = officer.post(address, {"version": "1", "state": "open", "answers": "project manager"})
    assert refused.status_code == 422
    assert "Decision 1 is not saved" in text_of(refused)
    assert "Its list follows it up" in text_of(refused)
    assert 'value="project manager"' in refused.content.decode()
    assert officer.post(address.replace("/1/", "/9/"), {"version": "1", "state": "open"}).status_code == 404


def test_a_paper_is_seen_by_visitors_only_once_published(world, officer):
    planned = officer.post(II + "papers/plan/", {"kind": "analysis", "title": "Rules on assistance", "due": ""})
    address = planned["Location"]
    wrong = officer.post(address + "add/", {"file": SimpleUploadedFile("a.pdf", b"MZ"), "remark": "First try"})
    assert wrong.status_code == 422
    assert "is no PDF file" in text_of(wrong)
    assert "First try" in text_of(wrong)
    edited = officer.post(address + "edit/", {"kind": "study", "title": "Rules", "due": "2017-11-01", "version": "9"})
    assert edited.status_code == 422
    assert "Somebody changed this" in text_of(edited)
    said = {"kind": "study", "title": "Rules on assistance", "due": "2017-11-01", "result": "3", "countries": ["GE"]}
    assert officer.post(address + "edit/", {**said, "version": "1"}).status_code == 302
    assert "1 November 2017 Serves expected result 3 Countries Georgia" in text_of(officer.get(address))
    assert officer.get(address.replace("eap-ii/", "eap-iii/")).status_code == 404
    assert world.auditor.post(address + "edit/", said).status_code == 403
    right = SimpleUploadedFile("a.pdf", b"%PDF-1.7")
    assert officer.post(address + "add/", {"file": right, "remark": ""}).status_code == 302
    number = address.rstrip("/").rpartition("/")[2]
    file = f"/programme/papers/{number}/1/"
    assert Client().get(file).status_code == 404
    assert officer.get(file)["Content-Disposition"] == 'attachment; filename="a.pdf"'
    assert "Rules on assistance" not in text_of(Client().get(II + "papers/"))
    step = {"to": "in-review", "remark": "", "version": "3"}
    assert officer.post(address + "move/", step).status_code == 302
    again = officer.post(address + "move/", {**step, "to": "final"})
    assert again.status_code == 422
    assert "Somebody changed this" in text_of(again)
    own = officer.post(address + "move/", {**step, "to": "final", "version": "4"})
    assert "Another programme officer must review it" in text_of(own)


def test_a_version_that_is_too_large_or_missing_is_refused_with_what_was_typed(world, officer, monkeypatch):
    planned = officer.post(II + "papers/plan/", {"kind": "analysis", "title": "Rules on assistance", "due": ""})
    monkeypatch.setattr(study, "LARGEST", 1000)
    large = SimpleUploadedFile("a.pdf", b"%PDF-" + b"x" * 1000)
    refused = officer.post(planned["Location"] + "add/", {"remark": "Long one", "file": large})
    assert refused.status_code == 422
    assert "larger than 20 MB" in text_of(refused)
    assert "Long one" in text_of(refused)
    assert "Choose a file first" in text_of(officer.post(planned["Location"] + "add/", {"remark": ""}))
    forger = Client(enforce_csrf_checks=True)
    forger.cookies = officer.cookies
    assert forger.post(planned["Location"] + "add/", {"remark": ""}).status_code == 403
