"""The roster: who is on duty on every page, the week, planning, handing over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from comity.kernel import clock
from comity.people.actions.hand_over_shift import hand_over_shift
from comity.people.actions.plan_shift import plan_shift
from comity.people.models.shift import Shift
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)  # Monday, 14:00 in Tbilisi
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def at(frozen_clock):
    frozen_clock(NOW)
    return frozen_clock


@pytest.fixture
def people(cast):
    return {
        "duty": cast("duty", Role.DUTY_OFFICER),
        "second": cast("second", Role.DUTY_OFFICER),
        "drafter": cast("drafter", Role.DRAFTER),
        "chief": cast("chief", Role.ADMINISTRATOR),
    }


@pytest.fixture
def browser(people):
    def sign_in(name):
        client = Client()
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def plan(people):
    def make(start, end, officer="duty"):
        return plan_shift(people[officer], starts=NOW + start * HOUR, ends=NOW + end * HOUR, by=people["duty"])

    return make


def read(client, address="/roster/"):
    return client.get(address).content.decode()


def asked(**changes):
    return {"user": "duty", "day": "2026-03-03", "starts": "20:00", "ends": "08:00", "days": "1"} | changes


def test_the_top_bar_says_who_is_on_duty(browser, plan):
    assert "Nobody is on duty" in read(browser("drafter"), "/")
    plan(-6, 6)
    assert "On duty: Duty, Georgia, until 20:00" in read(browser("drafter"), "/")
    assert "On duty: you, until 20:00" in read(browser("duty"), "/")
    plan(-1, 8, "second")
    assert "On duty: Second, Georgia, until 22:00, and 1 more" in read(browser("drafter"), "/")
    assert "On duty: you, until 20:00, and 1 more" in read(browser("duty"), "/")


def test_a_visitor_is_not_told_who_is_on_duty(client, plan):
    plan(-6, 6)
    assert "On duty" not in read(client, "/verify/")


def test_nobody_on_duty_is_shouted_about_with_the_next_shift(browser, plan):
    assert "No shift is planned either." in read(browser("drafter"))
    plan(6, 18)
    assert "Duty, Georgia begins" in read(browser("drafter"))


def test_the_week_names_every_shift_and_the_hours_without_one(browser, plan):
    plan(-6, 6)
    plan(6, 18)
    page = read(browser("drafter"))
    assert "2 March 2026 to 8 March 2026" in page
    assert "08:00 to 20:00" in page
    assert "20:00 to Tue 08:00" in page
    assert "08:00 to 24:00" in page, "nobody on Tuesday from the end of the night on"
    assert "all day" in page
    assert "Nobody is on duty" not in page


@pytest.mark.parametrize(
    ("asked_for", "shown"),
    [
        ("2026-W11", "9 March 2026 to 15 March 2026"),
        ("2026-W53", "28 December 2026 to 3 January 2027"),
        ("2025-W53", "2 March 2026"),
        ("2026-W00", "2 March 2026"),
        ("nonsense", "2 March 2026"),
        ("2026-W10\n", "2 March 2026"),
    ],
)
def test_other_weeks_have_an_address(browser, asked_for, shown):
    answer = browser("drafter").get("/roster/", {"week": asked_for})
    assert shown in answer.content.decode()


def test_a_shift_is_planned_by_the_readers_clocks(browser):
    answer = browser("duty").post("/roster/plan/", asked(), follow=True)
    assert "The shift on 3 March 2026, 20:00 to 08:00, is on the roster." in answer.content.decode()
    shift = Shift.objects.get()
    assert (shift.starts, shift.ends) == (datetime(2026, 3, 3, 16, tzinfo=UTC), datetime(2026, 3, 4, 4, tzinfo=UTC))


def test_the_same_shift_on_days_in_a_row_or_on_none(browser, plan):
    administrator = browser("chief")
    administrator.post("/roster/plan/", asked(days="3"))
    assert Shift.objects.count() == 3
    answer = administrator.post("/roster/plan/", asked(day="2026-03-01", days="5"))
    assert answer.status_code == 422
    assert Shift.objects.count() == 3, "the first two of the five would have been possible"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"user": "drafter"}, "Choose an officer from the list."),
        ({"user": ""}, "Officer is needed."),
        ({"day": "tomorrow"}, "This is not a day."),
        ({"starts": "25:00"}, "This is not a time."),
        ({"day": "2026-02-01"}, "over already"),
        ({"day": "2126-03-03"}, "Check the year"),
        ({"days": "15"}, "At most 14 days"),
        ({"days": "x"}, "whole number"),
        ({"days": "0"}, "at least one day"),
    ],
)
def test_what_cannot_be_planned_is_said_at_its_field(browser, changes, sentence):
    answer = browser("duty").post("/roster/plan/", asked(**changes))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Shift.objects.exists()


def test_only_duty_officers_and_administrators_plan(browser):
    assert "Plan a shift" not in read(browser("drafter"))
    assert browser("drafter").get("/roster/plan/").status_code == 403
    assert browser("drafter").post("/roster/plan/", asked()).status_code == 403
    assert "Plan a shift" in read(browser("chief"))


def test_without_an_officer_there_is_nobody_to_plan(signed_in):
    assert "There is no duty officer yet" in read(signed_in(Role.ADMINISTRATOR), "/roster/plan/")


def test_handing_over_from_the_roster(browser, plan):
    number, duty = plan(-6, 6), browser("duty")
    assert f"/roster/{number}/#hand-over" in read(duty)
    assert "Hand over your shift" not in read(browser("second"))
    answer = duty.post(f"/roster/{number}/hand-over/", {"note": "Two wait for <Kyiv>."}, follow=True)
    page = answer.content.decode()
    assert "The note is kept." in page
    assert "Two wait for &lt;Kyiv&gt;." in page
    assert "Add to your handover note" in page


@pytest.mark.parametrize(("note", "sentence"), [("", "next officer must know"), ("x" * 4001, "4000 fit")])
def test_a_note_that_was_refused_is_not_lost(browser, plan, note, sentence):
    number = plan(-6, 6)
    answer = browser("duty").post(f"/roster/{number}/hand-over/", {"note": note})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert note in answer.content.decode()


def test_a_note_that_came_too_late_is_not_lost_either(browser, people, plan, at):
    number, duty = plan(-6, 6), browser("duty")
    hand_over_shift(number, "Nothing open.", by=people["duty"])
    at(NOW + 7 * HOUR)
    answer = duty.post(f"/roster/{number}/hand-over/", {"note": "One came at the last minute."})
    assert answer.status_code == 422
    assert "was handed over and has ended" in answer.content.decode()
    assert "One came at the last minute." in answer.content.decode()
    answer = duty.post(f"/roster/{number}/end/", {"ends": "23:00"})
    assert "Only a shift that runs" in answer.content.decode()


@pytest.mark.parametrize(("role", "reads"), [(Role.AUDITOR, True), (Role.EDITOR, False), (Role.ADMINISTRATOR, False)])
def test_notes_are_for_those_who_see_cases(signed_in, people, plan, role, reads):
    number, reader = plan(-6, 6), signed_in(role)
    hand_over_shift(number, "GE-2026-00001 waits.", by=people["duty"])
    for address in ("/roster/", f"/roster/{number}/"):
        page = read(reader, address)
        assert ("GE-2026-00001 waits." in page) == reads
        assert ("lets them see" in page) != reads
        assert "Duty, Georgia" in page


def test_who_may_do_what_with_a_shift(browser, plan):
    number, coming = plan(-6, 6), plan(10, 12)
    drafter, second = browser("drafter"), browser("second")
    page = read(drafter, f"/roster/{number}/")
    assert "hand-over/" not in page
    assert "end/" not in page
    assert "Cancel the shift" not in read(drafter, f"/roster/{coming}/")
    assert drafter.post(f"/roster/{number}/hand-over/", {"note": "x"}).status_code == 403
    assert drafter.post(f"/roster/{number}/end/", {"now": "yes"}).status_code == 403
    assert drafter.post(f"/roster/{coming}/cancel/").status_code == 403
    assert "Hand over" in read(second, f"/roster/{number}/")
    assert "Cancel the shift" in read(second, f"/roster/{coming}/")


def test_a_shift_ends_elsewhen_or_now(browser, plan):
    number, second = plan(-6, 6), browser("second")
    second.post(f"/roster/{number}/end/", {"ends": "22:30"})
    assert Shift.objects.get().ends == NOW + 8.5 * HOUR
    answer = second.post(f"/roster/{number}/end/", {"ends": "13:00"})
    assert answer.status_code == 422, "the next 13:00 is tomorrow"
    assert "longer than 24 hours" in answer.content.decode()
    assert "not a time" in second.post(f"/roster/{number}/end/", {"ends": "soon"}).content.decode()
    second.post(f"/roster/{number}/end/", {"now": "yes"})
    assert Shift.objects.get().ends == NOW


def test_a_shift_to_come_is_cancelled_once(browser, plan):
    number, duty = plan(10, 12), browser("duty")
    assert "off the roster" in duty.post(f"/roster/{number}/cancel/", follow=True).content.decode()
    assert "not on the roster any more" in duty.post(f"/roster/{number}/cancel/", follow=True).content.decode()
    assert duty.get(f"/roster/{number}/").status_code == 404
    assert duty.get(f"/roster/{10**25}/").status_code == 404


def test_a_shift_that_has_begun_is_not_cancelled(browser, plan):
    number = plan(-6, 6)
    assert "has begun" in browser("duty").post(f"/roster/{number}/cancel/", follow=True).content.decode()
    assert Shift.objects.exists()


def test_nothing_changes_by_following_a_link(browser, plan):
    number, duty = plan(-6, 6), browser("duty")
    for address in ("hand-over", "end", "cancel"):
        assert duty.get(f"/roster/{number}/{address}/").status_code == 405


@pytest.mark.parametrize("shifts", [1, 12])
def test_the_roster_takes_the_same_queries_however_full(browser, people, plan, django_assert_num_queries, shifts):
    for number in range(shifts):
        hand_over = plan(number * 2 - 1, number * 2 + 1)
        with clock.frozen(NOW + 2 * number * HOUR):
            hand_over_shift(hand_over, "Nothing open.", by=people["duty"])
    duty = browser("duty")
    read(duty)
    with django_assert_num_queries(7):
        read(duty)


@pytest.mark.parametrize(("address", "queries"), [("/roster/plan/", 6), ("/roster/{}/", 5)])
def test_its_other_pages_take_few(browser, plan, django_assert_num_queries, address, queries):
    page, duty = address.format(plan(-6, 6)), browser("duty")
    read(duty, page)
    with django_assert_num_queries(queries):
        read(duty, page)
