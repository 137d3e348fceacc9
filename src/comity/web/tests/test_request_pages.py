"""A request's pages: its tabs, filling it in, checking it, and the files of its letter."""

from __future__ import annotations

import html
import re

import pytest

from comity.casework.actions.edit_request import edit_request
from comity.casework.models import Request

pytestmark = pytest.mark.django_db

TABS = ("", "letter/", "data/", "way/", "chain/", "ledger/")
STEPS = ("edit/", "check/", "approval/", "letter/preview/", "letter/pages/1.png", "letter.pdf", "approval/state/")
SCRIPTED = {"HX-Request": "true"}


def read(browser, reference, tab=""):
    return browser.get(f"/requests/{reference}/{tab}").content.decode()


def form_of(page):
    """What a browser would post back from the edit page, unchanged: the search above it is another form."""
    posted, page = {}, page.partition('<form id="fill"')[2]
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = (found[1] if (found := re.search(f'{key}="([^"]*)"', tag)) else "" for key in ("name", "value"))
        if not re.search(r'type="(checkbox|radio)"', tag) or " checked" in tag:
            posted.setdefault(name, []).append(value)
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', page, re.DOTALL):
        posted[name] = html.unescape(text)
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        posted[name] = chosen[1] if chosen else ""
    return {name: value for name, value in posted.items() if name not in {"", "csrfmiddlewaretoken", "back"}}


@pytest.mark.parametrize("state", ["draft", "in-review", "approved", "signed", "ready"])
def test_every_tab_opens_in_every_state_for_whoever_sees_it(world, at, state):
    reference = at(state)
    for browser in (world.drafter, world.approver, world.auditor):
        for tab in (*TABS, "check/", "approval/", "letter/preview/"):
            assert browser.get(f"/requests/{reference}/{tab}").status_code == 200, tab


def test_what_is_hidden_is_as_if_it_were_not_there(world, at):
    hidden = at("ready", restricted=True)
    for tab in (*TABS, *STEPS):
        assert world.duty.get(f"/requests/{hidden}/{tab}").status_code == 404, tab
        assert world.duty.get(f"/requests/GE-2026-00001/{tab}").status_code == 404, tab
    for step in ("edit", "check", "approve", "return", "sign", "sent", "withdraw"):
        posted = {"version": 1, "reason": "x", "sent_on": "2026-03-02", "channel": "x"}
        assert world.duty.post(f"/requests/{hidden}/{step}/", posted).status_code == 404, step


def test_the_data_tab_shows_what_is_said_and_what_is_lacking(world, at):
    page = read(world.auditor, at("draft", necessity=""), "data/")
    assert "A hospital&#x27;s servers were encrypted." in page
    assert "The necessity of the preservation is missing." in page
    assert "Article 29(2)(e)" in page


def test_the_form_stands_as_it_was_saved_and_saving_it_unchanged_is_no_edit(world, at):
    reference = at("draft")
    page = read(world.drafter, reference, "edit/")
    answer = world.drafter.post(f"/requests/{reference}/edit/", form_of(page))
    assert answer.status_code == 302
    assert Request.objects.get().version == 1


def test_a_change_is_kept_and_the_ring_and_the_gaps_follow(world, at):
    reference = at("draft", necessity="", summary="")
    page = read(world.drafter, reference, "edit/")
    assert "2 to do" not in page
    assert page.count("1 to do") == 2
    posted = form_of(page) | {"necessity": "The records are the only trace."}
    answer = world.drafter.post(f"/requests/{reference}/edit/", posted, headers=SCRIPTED)
    said = answer.content.decode()
    assert "request-saved" in answer["HX-Trigger"]
    assert 'name="version" value="2"' in said
    assert "The necessity of the preservation is missing" not in said
    assert "The summary of the facts is missing" in said
    assert Request.objects.get().content["necessity"] == "The records are the only trace."


def test_going_on_to_the_check_saves_first(world, at):
    reference = at("draft")
    posted = form_of(read(world.drafter, reference, "edit/")) | {"summary": "Shorter.", "then": "check"}
    assert world.drafter.post(f"/requests/{reference}/edit/", posted).url == f"/requests/{reference}/check/"
    posted |= {"version": 2, "summary": "Shortest."}
    scripted = world.drafter.post(f"/requests/{reference}/edit/", posted, headers=SCRIPTED)
    assert scripted["HX-Redirect"] == f"/requests/{reference}/check/"
    assert Request.objects.get().content["summary"] == "Shortest."


@pytest.mark.parametrize("scripts", [True, False])
def test_a_colleague_who_was_faster_is_not_overwritten_and_nothing_typed_is_lost(world, at, scripts):
    reference = at("draft")
    posted = form_of(read(world.drafter, reference, "edit/")) | {"summary": "Mine."}
    edit_request(reference, {"summary": "Theirs."}, version=1, by=world.users["duty"])
    address, headers = f"/requests/{reference}/edit/", SCRIPTED if scripts else {}
    answer = world.drafter.post(address, posted, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == (200 if scripts else 409)
    assert "Duty, Georgia changed this request since you opened it" in page
    assert 'Stored now: <span class="request-words">Theirs.' in page
    assert scripts or ">Mine.</textarea>" in page
    assert Request.objects.get().content["summary"] == "Theirs."
    world.drafter.post(address, posted | {"over": "2"}, headers=headers)
    assert Request.objects.get().content["summary"] == "Mine."


@pytest.mark.parametrize(
    ("forged", "says"),
    [
        ({"state": "approved"}, "is not a field of this form"),
        ({"offences": ["2", "99"]}, "not among the choices"),
        ({"summary": "x" * 20_001}, "at most 20000 can be kept"),
        ({"version": "one"}, "changed this request since you opened it"),
    ],
)
def test_what_no_form_of_ours_sends_is_refused_and_nothing_saved(world, at, forged, says):
    reference = at("draft")
    posted = form_of(read(world.drafter, reference, "edit/")) | {"court": "Another court"} | forged
    answer = world.drafter.post(f"/requests/{reference}/edit/", posted)
    assert answer.status_code in {409, 422}
    assert says in answer.content.decode()
    assert 'value="Another court"' in answer.content.decode()
    assert Request.objects.get().content["court"] == "City court"


def test_a_day_that_no_calendar_shows_is_shown_as_it_was_typed(world, at):
    page = read(world.drafter, at("draft", date="the day before", data_period={"from": "spring", "to": ""}), "edit/")
    assert re.search(r'type="text" id="date" name="date" value="the day before"', page)
    assert re.search(r'type="text" name="data_period.from" value="spring"', page)


def test_only_a_draft_is_filled_in_and_only_by_whoever_may(world, at):
    reviewed = at("in-review")
    answer = world.drafter.get(f"/requests/{reviewed}/edit/", follow=True)
    assert "Only a draft can be edited." in answer.content.decode()
    refused = world.drafter.post(f"/requests/{reviewed}/edit/", {"version": 1, "summary": "x"})
    assert refused.status_code == 403
    assert "Only a draft can be edited." in refused.content.decode()
    draft = at("draft")
    assert world.auditor.post(f"/requests/{draft}/edit/", {"version": 1}).status_code == 403


def test_gaps_stand_with_their_article_and_lead_to_the_field(world, at):
    reference = at("draft", necessity="", offences=[])
    page = read(world.drafter, reference, "check/")
    assert "2 things are missing" in page
    assert f"/requests/{reference}/edit/?at=necessity#field-necessity" in page
    assert "Article 29(2)(e)" in page
    assert "Send to approval</button>" not in page
    opened = read(world.drafter, reference, "edit/?at=necessity")
    assert re.search(r'id="part-14" open', opened)
    refused = world.drafter.post(f"/requests/{reference}/check/", {"version": 1})
    assert refused.status_code == 422
    assert Request.objects.get().state == "draft"


def test_what_is_complete_is_sent_to_approval(world, at):
    reference = at("draft")
    page = read(world.drafter, reference, "check/")
    assert "Nothing that Article 29 and the form demand is missing" in page
    assert "Approver, Georgia" in page
    assert world.drafter.post(f"/requests/{reference}/check/", {"version": 1}).url == f"/requests/{reference}/"
    assert Request.objects.get().state == "in-review"


def test_the_file_says_draft_until_it_is_signed(world, at):
    answer = world.drafter.get(f"/requests/{at('approved')}/letter.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="GE-2026-90001-preservation-draft.pdf"'
    signed = world.auditor.get(f"/requests/{at('ready')}/letter.pdf")
    assert signed["Content-Disposition"] == 'attachment; filename="GE-2026-90002-preservation.pdf"'
    assert signed["Cache-Control"] == "private, no-store"
    assert signed["X-Content-Type-Options"] == "nosniff"
    assert int(signed["Content-Length"]) == len(signed.content)
    assert signed.content.startswith(b"%PDF-")


def test_pictures_of_the_pages_that_there_are(world, at):
    reference = at("draft")
    count = read(world.drafter, reference, "letter/preview/").count("<img")
    assert count > 1
    picture = world.drafter.get(f"/requests/{reference}/letter/pages/{count}.png")
    assert picture.content.startswith(b"\x89PNG")
    assert picture["Cache-Control"] == "private, no-store"
    for number in (0, count + 1):
        assert world.drafter.get(f"/requests/{reference}/letter/pages/{number}.png").status_code == 404


def test_what_paper_cannot_show_is_said_in_the_place_of_the_pages(world, at):
    reference = at("draft", summary="\N{SNOWMAN} 漢")
    assert "The letter cannot be set yet." in read(world.drafter, reference, "letter/preview/")
    assert world.drafter.get(f"/requests/{reference}/letter.pdf").status_code == 422
    assert world.drafter.get(f"/requests/{reference}/letter/pages/1.png").status_code == 404
