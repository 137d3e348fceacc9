"""What arrives and what is said by voice: on these pages nothing is left in English but data."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from comity.casework.actions.log_call import log_call
from comity.casework.actions.record_ping import record_ping
from comity.casework.models import Arrival, PhoneCall, Request
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.kernel import clock
from comity.web.tests.foreign import LANGUAGE, bracketed, left
from comity.web.tests.test_emergency_pages import EMERGENCY
from comity.web.tests.test_no_english_left import _data

pytestmark = pytest.mark.django_db

THEIRS = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}
ANSWERS = {
    "requesting_country": "UA",
    "happened_on": "2026-03-02",
    "happened_time": "13:00",
    "channel": "24/7 network",
    "their_reference": "UA-2026-00018",
    "case_title": "Ransomware",
    "then": "register",
}
MAIL = b"From: a@b.example\r\nSubject: Ransomware\r\nDate: Mon, 2 Mar 2026 10:00:00 +0200\r\n\r\nDear colleagues\r\n"
SAID = "Ransomware, from 203.0.113.45:51514 at 2026-03-02 09:40:00 UTC+2 by @nobody."
CALL = {"country": "UA", "spoken_with": "Duty officer", "summary": SAID}


_MINE = (
    r"[A-Z]{2}-\d{4}-\d+-\w+\.pdf",  # letters as files
    r"Translation of (?:the letter|attachment \d) into Ukrainian",  # titles that attachments were given
    r"\d[\d.:-]* (?:\d[\d.:-]* )*UTC\+\d",  # identifiers with their times
    r"Ransomware\.(?:eml|zip)|request\.json|\d+ bytes",  # files
    r"Mon, 2 Mar 2026 10:00:00 \+0200",
    r"Emergency: Threat to life \(Ukraine\)",  # the title that a case was given
    r"@nobody|CASE-\d{4}-\d+|\bPDF\b",
    r"Illegal access \( ?;?",  # the offence in brief, as it is kept with a case
    r"Provider's policy",  # what a kind rests on, as packs say articles
)


def reader(*typed: str):
    """Keeps what is left of each page that it is given; what was `typed` here is data."""
    mine = re.compile("|".join((*map(re.escape, (*typed, SAID)), *_MINE, _data().pattern)))
    found: dict[str, list[str]] = {}

    def read(name: str, answer: HttpResponse) -> None:
        texts = left(answer.content.decode(), mine) if answer.content else [f"leads to {answer.get('Location')}"]
        if texts:
            found[name] = texts

    return read, found


def told(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{name}: {text}" for name, texts in found.items() for text in texts)


def drop(browser, content, name="request.json"):
    return browser.post("/incoming/new/", {"file": SimpleUploadedFile(name, content)}).url


def data(**content):
    return attachment_bytes(kind("preservation"), "UA-2026-00017", THEIRS | content)


@pytest.fixture
def duty(world):
    world.duty.cookies["language"] = LANGUAGE
    return world.duty


def test_nothing_is_left_in_english_of_what_arrives(world, duty):
    read, found = reader("Mistyped once.", "Two.")
    with bracketed():
        looked = drop(duty, data(necessity=""))
        mail = drop(duty, MAIL, "Ransomware.eml")
        other = drop(duty, b"PK\x03\x04", "Ransomware.zip")
        for address in (looked, f"{looked}content/", f"{looked}set-aside/", mail, other, "/incoming/new/"):
            read(address, duty.get(address))
        duty.post(f"{other}set-aside/", {"ground": "spam", "reason": "Ransomware"})
        for address in (other, "/incoming/new/?show=set-aside"):
            read(address, duty.get(address))
        read(
            "set aside again", duty.post(f"{other}set-aside/", {"ground": "spam", "reason": "Ransomware"}, follow=True)
        )
        read("taken up", duty.post(f"{other}take-up/", follow=True))
        typed = duty.post("/incoming/new/", {"then": "type", "kind": "preservation"}).url
        duty.post(typed, {"summary": "Mistyped once.", "necessity": "Two."})
        read("typed", duty.get(typed))
        answer = duty.post(typed.removesuffix("content/"), ANSWERS)
        read("registered", duty.get(answer.url))
        for step in ("amend/", "registration/", "arrived/"):
            read(step, duty.get(f"{answer.url}{step}"))
        read(
            "corrected kind",
            duty.post(f"{answer.url}registration/", {"version": 1, "kind": "mla", "channel": "", "reason": ""}),
        )
        from_file = duty.post(looked, ANSWERS | {"their_reference": "UA-2026-00017"}).url
        for step in ("amend/", "registration/", "arrived/"):
            read(f"file {step}", duty.get(f"{from_file}{step}"))
        amended = {"version": 1, "reason": "Mistyped once.", "their_reference": "UA-2026-00018", "summary": "Two."}
        read("amended", duty.post(f"{answer.url}amend/", amended | {"requesting_country": "UA"}, follow=True))
    assert Arrival.objects.count() == 4
    assert not found, told(found)


def test_nothing_is_left_in_english_where_an_arrival_is_wrong(world, duty):
    read, found = reader("Mistyped once.")
    with bracketed():
        read("empty", duty.post("/incoming/new/", {}))
        read("no kind", duty.post("/incoming/new/", {"then": "type", "kind": "nothing"}))
        looked = drop(duty, data())
        read("future", duty.post(looked, ANSWERS | {"happened_on": "2027-03-02"}))
        read("no day", duty.post(looked, ANSWERS | {"happened_on": "soon"}))
        read("nothing said", duty.post(looked, {"then": "register"}))
        read("no such case", duty.post(looked, ANSWERS | {"case": "CASE-2026-99999"}))
        read("no ground", duty.post(f"{looked}set-aside/", {"ground": "", "reason": ""}))
        duty.post(looked, ANSWERS)
        again = drop(duty, data())
        read("the same file", duty.post(again, ANSWERS))
        typed = duty.post("/incoming/new/", {"then": "type", "kind": "preservation"}).url
        read("the same number", duty.post(typed.removesuffix("content/"), ANSWERS))
        read("strange field", duty.post(typed, {"strange": "x"}))
        request = Request.objects.get()
        read("no reason", duty.post(f"/requests/{request.reference}/amend/", {"version": 1, "reason": ""}))
        read(
            "locked", duty.post(f"/requests/{request.reference}/amend/", {"version": 1, "reason": "x", "summary": "y"})
        )
        read("meanwhile", duty.post(f"/requests/{request.reference}/amend/", {"version": 9, "reason": "x"}))
    assert not found, told(found)


def test_nothing_is_left_in_english_of_what_is_said_by_voice(world, duty, at):
    read, found = reader()
    log_call(**CALL, urgent=True, by=world.users["duty"])
    log_call(**CALL, direction="we-called", urgent=True, by=world.users["duty"])
    for result, minutes, country in (("answered", 5, "UA"), ("answered", 0, "MD"), ("no-answer", None, "AM")):
        record_ping(country, result=result, minutes=minutes, channel="telephone", by=world.users["duty"])
    theirs, ours = (call.pk for call in PhoneCall.objects.order_by("pk"))
    with bracketed():
        for address in (
            *("/duty/calls/", "/duty/calls/?q=nobody-says-this", f"/duty/calls/{theirs}/", f"/duty/calls/{ours}/"),
            *("/duty/test-calls/", "/emergency/", f"/emergency/?call={ours}"),
            *(
                f"/emergency/?country={country}&way={way}"
                for country in ("UA", "BY")
                for way in ("point", "central", "provider")
            ),
        ):
            read(address, duty.get(address))
        read("verdict", duty.post("/emergency/verdict/", {"way": "central", "requested_country": "BY"}))
        read("chips", duty.post("/emergency/chips/", {"way": "point", "identifiers": "203.0.113.45"}))
        read("logged", duty.post("/duty/calls/", CALL, follow=True))
        read(
            "tested",
            duty.post(
                "/duty/test-calls/", {"country": "UA", "result": "wrong-number", "channel": "telephone"}, follow=True
            ),
        )
        read(
            "ticket",
            duty.post(f"/duty/calls/{theirs}/", {"kind": "preservation", "case_title": "Ransomware"}, follow=True),
        )
        read("draft", duty.post("/emergency/", EMERGENCY | {"call": ours}, follow=True))
    assert not found, told(found)


def test_nothing_is_left_in_english_where_what_was_said_lacks_something(world, duty):
    read, found = reader("yesterday", "Nowhere")
    log_call(**CALL, by=world.users["duty"])
    number = PhoneCall.objects.get().pk
    tomorrow, long_ago = (f"{clock.now() + timedelta(days=days):%Y-%m-%dT%H:%M}" for days in (1, -90))
    with bracketed():
        for name, changes in {
            "no country": {"country": ""},
            "no such country": {"country": "XX"},
            "nothing": {"summary": "", "spoken_with": ""},
            "no moment": {"at": "yesterday"},
            "tomorrow": {"at": tomorrow},
            "long ago": {"at": long_ago},
            "long": {"summary": "x" * 5000},
            "channel": {"channel": "⟦smoke⟧"},
        }.items():
            read(name, duty.post("/duty/calls/", CALL | changes))
        read("ticket", duty.post(f"/duty/calls/{number}/", {"kind": "assistance"}))
        for changes in ({}, {"result": "answered"}, {"result": "answered", "minutes": "5000"}, {"minutes": "few"}):
            read(f"test {changes}", duty.post("/duty/test-calls/", {"country": "UA", "authority_id": "x"} | changes))
            read(
                f"tested {changes}", duty.post("/duty/test-calls/", {"country": "UA", "channel": "telephone"} | changes)
            )
        read("emergency", duty.post("/emergency/", {"way": "point"}))
        read("emergency date", duty.post("/emergency/", EMERGENCY | {"danger": "boredom", "identifiers": "x"}))
    assert not found, told(found)
