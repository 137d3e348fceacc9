"""The wizard's first three steps: what is read, kept, refused, and to whom it is open."""

from __future__ import annotations

import re

import pytest

from comity.casework.models import Intake, Request

pytestmark = pytest.mark.django_db

MAIL = (
    "From: abuse@isp.example\nour customer saw log-ins from 91.198.36.14:51514 at 2026-02-22 02:14:09\n"
    "and mail from desk@mail.example.net, x 300.1.1.1\n"
)
NEED = {"measure": "preserve", "data": ["traffic"], "requested_country": "UA"}


def held(browser, **more):
    answer = browser.post("/intake/", {"text": MAIL, "zone": "UTC+4", **more})
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def needed(browser, **more):
    answer = browser.post(held(browser), NEED | more)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def test_opening_the_first_step_keeps_nothing(world):
    assert world.drafter.get("/intake/").status_code == 200
    assert Intake.objects.count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_pasted_is_read_without_being_kept(world, scripts):
    if scripts:
        answer = world.drafter.post("/intake/read/", {"text": MAIL}, headers={"HX-Request": "true"})
    else:
        answer = world.drafter.post("/intake/", {"text": MAIL, "then": "read"})
    page = answer.content.decode()
    assert ("<html" in page) is not scripts
    assert "91.198.36.14:51514" in page
    assert "has no time zone" in page
    assert "registered, not the place of the user" in page
    assert "“300.1.1.1” is not an IP address" in page
    assert Intake.objects.count() == 0


def test_the_zone_becomes_part_of_what_is_held(world):
    page = world.drafter.post("/intake/read/", {"text": MAIL, "zone": "Tbilisi"}).content.decode()
    assert "2026-02-21T22:14:09Z" in page
    world.drafter.post("/intake/", {"text": MAIL, "zone": "Tbilisi"})
    assert Intake.objects.get().text.endswith("Times are in Asia/Tbilisi.")


def test_a_zone_that_is_none_is_said_at_once(world):
    page = world.drafter.post("/intake/read/", {"text": MAIL, "zone": "Mars"}).content.decode()
    assert "“Mars” is not a time zone" in page
    answer = world.drafter.post("/intake/", {"text": MAIL, "zone": "Mars"})
    assert answer.status_code == 422
    assert Intake.objects.count() == 0


def test_a_chip_is_left_out_and_stays_out(world):
    need = held(world.drafter, without=["abuse@isp.example"])
    assert "abuse@isp.example" not in str(Intake.objects.get().identifiers)
    page = world.drafter.get(need.replace("/need/", "/hold/")).content.decode()
    assert re.search(r'value="abuse@isp.example" checked', page)


@pytest.mark.parametrize(
    ("text", "says"), [("", "The box is empty"), ("good morning", "Nothing here is recognised"), ("x" * 20_001, "fit")]
)
def test_what_cannot_be_used_is_said_beside_the_box_and_not_lost(world, text, says):
    answer = world.drafter.post("/intake/", {"text": text})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert text in answer.content.decode()
    assert Intake.objects.count() == 0


def test_the_country_of_registration_is_suggested_with_what_it_means(world):
    page = world.drafter.get(held(world.drafter)).content.decode()
    assert '<option value="UA" selected>' in page
    assert "not the place of the user" in page


def test_the_planner_s_question_is_where_the_second_step_begins(world):
    answer = world.drafter.post("/intake/?to=MD&measure=preserve&data=content&urgent=on", {"text": MAIL})
    page = world.drafter.get(answer.url).content.decode()
    assert '<option value="MD" selected>' in page
    assert re.search(r'name="urgent" checked', page)
    assert re.search(r'value="content" checked', page)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"measure": "arrest"}, "not among the choices"),
        ({"data": []}, "Tick at least one kind"),
        ({"data": ["everything"]}, "not among the choices"),
        ({"requested_country": ""}, "The country is missing"),
        ({"requested_country": "GE"}, "your own country"),
    ],
)
def test_what_was_not_on_offer_is_refused_in_words(world, change, says):
    answer = world.drafter.post(held(world.drafter), NEED | change)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_the_ways_stand_with_conditions_and_closed_ones_with_the_reason(world):
    page = world.drafter.get(needed(world.drafter)).content.decode()
    assert "24/7 network" in page
    assert "Stops, conditions and reasons" in page
    assert "Ukraine can be asked to preserve traffic data" in page


def test_another_need_gets_the_plan_and_no_dead_end(world):
    page = world.drafter.get(needed(world.drafter, measure="hearing", data=["content"])).content.decode()
    assert "cannot draft this request yet" in page
    assert "/routes/?from=GE&amp;to=UA&amp;measure=hearing" in page
    assert "Preserve the data first" in page
    assert 'name="route_key"' not in page


def test_each_need_and_way_makes_its_own_kind_of_draft(world):
    way = needed(world.drafter, measure="content", data=["content"])
    page = world.drafter.get(way).content.decode()
    assert "cannot draft this request yet" not in page
    world.drafter.post(way, {"route_key": "central-ets185-31", "case_title": "Mailbox of a suspect"})
    assert Request.objects.get().kind == "mla-stored-data"
    page = world.drafter.get(f"/requests/{Request.objects.get().reference}/edit/").content.decode()
    assert "Assistance sought" in page
    assert 'name="vulnerable_reason"' in page


def test_a_way_and_a_title_make_a_draft(world):
    way = needed(world.drafter)
    answer = world.drafter.post(way, {"route_key": "network-ets185-29", "case_title": "Log-ins at a gateway"})
    reference = Request.objects.get().reference
    assert answer.url == f"/requests/{reference}/edit/"
    assert world.drafter.get(way).url == f"/requests/{reference}/"
    assert world.drafter.get(way.replace("/way/", "/")).url == f"/requests/{reference}/"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"case_title": "A title"}, "No way is chosen"),
        ({"route_key": "by-owl", "case_title": "A title"}, "not in the plan any more"),
        ({"route_key": "network-ets185-29", "case_title": ""}, "nothing is written here"),
    ],
)
def test_without_a_way_or_a_title_nothing_is_drafted_nor_half_kept(world, answer, says):
    refused = world.drafter.post(needed(world.drafter), answer)
    assert refused.status_code == 422
    assert says in refused.content.decode()
    assert Request.objects.count() == 0
    assert Intake.objects.get().route_key == ""


def test_a_hidden_case_cannot_be_joined(world, at):
    at("draft", by="duty", restricted=True)
    hidden = Request.objects.get().case.reference
    way = needed(world.drafter)
    assert hidden not in world.drafter.get(way).content.decode()
    assert world.drafter.post(way, {"route_key": "network-ets185-29", "case": hidden}).status_code == 404
    assert world.drafter.get(f"/intake/?case={hidden}").status_code == 404


def test_an_intake_is_its_owner_s_alone_and_roles_are_needed(world):
    need = held(world.drafter)
    for browser in (world.duty, world.approver, world.editor):
        assert browser.get(need).status_code == 404
    for browser in (world.approver, world.auditor, world.editor):
        assert browser.get("/intake/").status_code == 403
        assert browser.post("/intake/read/", {"text": MAIL}).status_code == 403


def test_steps_are_not_skipped(world):
    need = held(world.drafter)
    assert world.drafter.get(need.replace("/need/", "/way/")).url == need.replace("/need/", "/")
    assert world.drafter.get(need.replace("/need/", "/")).url == need
    assert world.drafter.get("/intake/7d0e4b8a-1111-4222-8333-444455556666/need/").status_code == 404
