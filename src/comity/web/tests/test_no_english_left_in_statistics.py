"""The statistics: nothing is left in English but data. What charts draw inside of their pictures is not read here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache

from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.record_ping import record_ping
from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request
from comity.casework.rules.handling.table import Step
from comity.casework.tests.complete import complete
from comity.web.tests.foreign import LANGUAGE, bracketed
from comity.web.tests.test_no_english_left_in_incoming import reader, told

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
REFUSAL = {"ground": "ets185:29(5)(a)", "reason": "Political.", "consulted": True}


def _came(user, country, hours):
    content = complete() | {"requesting_country": country, "requested_country": "GE"}
    received_at = NOW - timedelta(hours=hours)
    return register_request(
        "preservation", content, received_at=received_at, channel="e-mail", case_title="Ransomware", by=user
    )


def test_nothing_is_left_in_english_of_statistics(world, at):
    cache.clear()
    read, found = reader()
    duty = world.duty
    duty.cookies["language"] = LANGUAGE
    user = world.users["duty"]
    with bracketed():
        read("nothing yet", duty.get("/statistics/"))
        sent = at("ready")
        Request.objects.filter(reference=sent).update(counterpart="UA")
        mark_request_sent(sent, sent_on=date(2026, 3, 2), channel="24/7 network", by=user)
        asked, refused = _came(user, "MD", 5), _came(user, "UA", 90)
        take_step(asked, Step.ASK, {"missing": ["port"]}, happened_at=NOW, by=user)
        take_step(refused, Step.REFUSE, REFUSAL, happened_at=NOW, by=user)
        record_ping("UA", result="answered", minutes=5, channel="telephone", by=user)
        for query in ("", "?direction=incoming", "?country=UA", "?from=2026-03&to=2026-03", "?from=2019-01&to=2019-02"):
            read(f"figures {query}", duty.get(f"/statistics/{query}"))
        for query in ("?from=soon", "?from=2026-03&to=2026-01", "?from=1900-01", "?country=XX", "?direction=up"):
            read(f"wrong {query}", duty.get(f"/statistics/{query}"))
    assert not found, told(found)


def test_files_stay_english_whoever_reads_them(world, at):
    cache.clear()
    world.duty.cookies["language"] = LANGUAGE
    _came(world.users["duty"], "UA", 5)
    with bracketed():
        world.duty.get("/statistics/")
        page = world.duty.get("/statistics/").content.decode()
        file = world.duty.get(page.partition('btn btn-primary" href="')[2].partition('"')[0].replace("&amp;", "&"))
    assert "Ukraine" in file.content.decode()
    assert "⟦" not in file.content.decode()
