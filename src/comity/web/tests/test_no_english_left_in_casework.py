"""Clocks, the roster, cases, lists and the search: nothing is left in English but data."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.open_case import open_case
from comity.casework.actions.raise_reminders import raise_reminders
from comity.casework.actions.register_request import register_request
from comity.casework.models import Case
from comity.casework.tests.complete import complete
from comity.people.actions.hand_over_shift import hand_over_shift
from comity.people.actions.plan_shift import plan_shift
from comity.people.models.shift import Shift
from comity.people.rules.roles import Role
from comity.web.tests.foreign import LANGUAGE, bracketed
from comity.web.tests.test_no_english_left_in_incoming import reader, told

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
THEIRS = complete() | {"requesting_country": "UA", "requested_country": "GE"}
PINPOINT = "confirmation of receipt."  # where a pack says that a rule stands
MINE = (
    "Georgia is quiet.",
    "Somebody called.",
    "Auction fraud",
    "turbine",
    "24/7 network",
    "Mine alone",
    "Both, Georgia",
    "Second, Georgia",
    "Added at 14:00:",
    PINPOINT,
)


def _sent(at, world) -> str:
    reference = at("ready")
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=world.users["duty"])
    return str(reference)


def test_nothing_is_left_in_english_of_clocks(world, at, frozen_clock):
    read, found = reader(*MINE)
    sent, duty = _sent(at, world), world.duty
    duty.cookies["language"] = LANGUAGE
    by = {"received_at": NOW, "channel": "e-mail", "case_title": "Ransomware", "by": world.users["duty"]}
    came = register_request("preservation", THEIRS, **by)
    with bracketed():
        for within in ("shift", "7", "30", "all"):
            read(within, duty.get(f"/clocks/?within={within}"))
        read("nothing", duty.get("/clocks/?within=shift&who=theirs"))
        for reference in (sent, came, at("draft")):
            read(reference, duty.get(f"/requests/{reference}/clocks/"))
        page = duty.get(f"/requests/{sent}/clocks/").content.decode()
        address = re.search(r'href="(/requests/[^"]+/clocks/correct/\d+/)"', page)[1]
        read("correct", duty.get(address))
        read("wrong", duty.post(address, {"happened_on": "2036-01-01", "happened_time": "", "reason": ""}))
        moment = {"happened_on": "2026-03-02", "happened_time": "11:00", "reason": "Somebody called."}
        read("corrected", duty.post(address, moment, follow=True))
        read("no such entry", duty.get(re.sub(r"\d+/(?=\D*$)", "999999/", address), follow=True))
        frozen_clock(datetime(2026, 4, 28, 10, tzinfo=UTC))
        raise_reminders()
        duty.force_login(world.users["duty"], backend="django.contrib.auth.backends.ModelBackend")
        duty.cookies["language"] = LANGUAGE
        read("reminders", duty.get("/clocks/"))
        read("late", duty.get(f"/requests/{sent}/clocks/"))
    assert not found, told(found)


def test_nothing_is_left_in_english_of_the_roster(cast, frozen_clock):
    frozen_clock(NOW)
    read, found = reader(*MINE)
    duty, second = cast("duty", Role.DUTY_OFFICER), cast("second", Role.DUTY_OFFICER)
    browser, other = Client(), Client()
    for one, user in ((browser, duty), (other, second)):
        one.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        one.cookies["language"] = LANGUAGE
    planned = {"user": "duty", "day": "2026-03-09", "starts": "20:00", "ends": "08:00", "days": "1"}
    with bracketed():
        read("empty", browser.get("/roster/"))
        first, running, coming = (
            plan_shift(officer, starts=NOW + start * HOUR, ends=NOW + end * HOUR, by=duty)
            for officer, start, end in ((second, 1, 2), (duty, 0, 6), (second, 20, 30))
        )
        Shift.objects.filter(pk=first).update(starts=NOW - 30 * HOUR, ends=NOW - 20 * HOUR)
        Shift.objects.filter(pk=running).update(starts=NOW - 4 * HOUR)
        hand_over_shift(first, "Georgia is quiet.", by=duty)
        hand_over_shift(running, "Georgia is quiet.", by=second)
        for name, one in (("mine", browser), ("other", other)):
            read(name, one.get("/roster/"))
            for shift in (first, running, coming):
                read(f"{name} {shift}", one.get(f"/roster/{shift}/"))
        read("next week", browser.get("/roster/?week=2026-W11"))
        read("plan", browser.get("/roster/plan/"))
        for days in ("1", "3"):
            read(
                "planned",
                browser.post("/roster/plan/", planned | {"days": days, "day": f"2026-03-1{days}"}, follow=True),
            )
        for changes in (
            {"day": "soon", "starts": "now", "ends": "x", "days": "no", "user": "nobody"},
            {"days": "0"},
            {"days": "99"},
            {"day": "2020-01-01"},
            {"day": "2036-01-01"},
            {"day": "2026-03-02", "starts": "14:00", "ends": "18:00"},
        ):
            read(str(changes), browser.post("/roster/plan/", planned | changes))
        for note in ("", "x" * 9000, "Georgia is quiet."):
            read(f"note {note[:5]}", browser.post(f"/roster/{running}/hand-over/", {"note": note}, follow=True))
        for ends in ("never", "13:00", "17:30"):
            read(f"end {ends}", browser.post(f"/roster/{running}/end/", {"ends": ends}, follow=True))
        read("not yet", browser.post(f"/roster/{coming}/hand-over/", {"note": "Georgia is quiet."}, follow=True))
        read("begun", browser.post(f"/roster/{running}/cancel/", follow=True))
        read("cancelled", browser.post(f"/roster/{coming}/cancel/", follow=True))
    assert not found, told(found)


def test_nothing_is_left_in_english_of_cases_lists_and_the_search(world, at):
    read, found = reader(*MINE)
    drafter, by = world.drafter, world.users["drafter"]
    drafter.cookies["language"] = LANGUAGE
    with bracketed():
        for address in (
            "/cases/",
            "/requests/",
            "/search/",
            "/search/?q=turbine",
            "/cases/?q=turbine",
            "/requests/?q=turbine",
        ):
            read(f"{address} before", drafter.get(address))
        sent = _sent(at, world)
        came = {"received_at": NOW, "channel": "e-mail", "case_title": "Auction fraud", "by": by}
        register_request("preservation", THEIRS, their_reference="UA-2026-00017", **came)
        restricted = open_case(
            "Auction fraud", restricted=True, members=["approver"], offence_summary="Ransomware", by=by
        )
        case = Case.objects.get(requests__reference=sent).reference
        drafter.post(f"/cases/{case}/notes/", {"text": "Somebody called."})
        for address in (
            *(
                "/cases/",
                "/cases/?q=auction",
                "/cases/?state=draft",
                "/cases/open/",
                f"/cases/{case}/",
                f"/cases/{restricted}/",
            ),
            *("/requests/", "/requests/?state=open&direction=incoming", "/requests/print/"),
            *("/search/?q=ransomware", "/search/?q=203.0.113.45", f"/search/?q={sent}"),
        ):
            read(address, drafter.get(address))
        read("nothing opened", drafter.post("/cases/open/", {"title": "", "members": "nobody"}))
        read("opened", drafter.post("/cases/open/", {"title": "Auction fraud"}, follow=True))
        read("empty note", drafter.post(f"/cases/{case}/notes/", {"text": ""}))
        read("note", drafter.post(f"/cases/{case}/notes/", {"text": "Somebody called."}, follow=True))
        read("nobody", drafter.post(f"/cases/{restricted}/members/", {"username": "nobody"}))
        read("let in", drafter.post(f"/cases/{restricted}/members/", {"username": "duty"}, follow=True))
        read("none ticked", drafter.post("/requests/chosen/", {"do": "print"}, follow=True))
        for do in ("print", "acknowledge"):
            read(do, drafter.post("/requests/chosen/", {"do": do, "reference": [sent]}, follow=True))
        for _ in range(2):
            kept = {"name": "Mine alone", "query": "state=open"}
            read("kept", drafter.post("/requests/filters/", kept, follow=True))
        read("no name", drafter.post("/requests/filters/", {"name": "", "query": "state=open"}, follow=True))
    assert not found, told(found)
