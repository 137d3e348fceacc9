"""The statistics: who may read them, what one may ask, the same numbers in files, pictures in bounded time."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache

from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request
from comity.casework.rules.handling.table import Step
from comity.casework.tests.complete import complete
from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.documents.adapters.pictures.press import picture
from comity.documents.adapters.pictures.studio import NoPicture, Press
from comity.people.rules.roles import Role
from comity.web.charts.ranked import whole

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


@pytest.fixture
def happened(world, at):
    """One request sent to Ukraine; one from Moldova that lacked a port."""
    duty = world.users["duty"]
    sent = at("ready")
    Request.objects.filter(reference=sent).update(counterpart="UA")
    mark_request_sent(sent, sent_on=date(2026, 3, 2), channel="24/7 network", by=duty)
    came = register_request(
        "preservation",
        complete() | {"requesting_country": "MD"},
        received_at=NOW - timedelta(hours=5),
        channel="e-mail",
        case_title="From Chisinau",
        by=duty,
    )
    take_step(came, Step.ASK, {"missing": ["port"]}, happened_at=NOW, by=duty)


def read(browser, address="/statistics/", status=200):
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_a_new_node_says_what_figures_are_made_of(world):
    page = read(world.drafter)
    assert "Nothing to count in this period" in page
    assert "<img" not in page.partition('id="content"')[2]


def test_the_page_counts_what_has_just_happened(world, happened):
    page = read(world.duty)
    assert "2 requests; the busiest month was March 2026, with 2" in page
    assert "Missing most often: source port of a shared address, in 1 request" in page
    assert "Half of all first answers come within 5 hours from us" in page
    assert "Counted up to entry" in page
    assert "Small counts are not hidden" in page
    assert "not counted yet" not in page


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.APPROVER, Role.DUTY_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_sees_cases_or_reports_for_the_node_reads_figures(signed_in, role):
    read(signed_in(role))


@pytest.mark.parametrize(
    "address", ["/statistics/", "/statistics.csv", "/statistics.json", "/statistics/charts/times.svg"]
)
@pytest.mark.parametrize("question", ["", "?from=x"])
def test_others_are_told_which_role_it_takes(signed_in, address, question):
    assert "auditor" in read(signed_in(Role.EDITOR), address + question, 403)


def test_visitors_sign_in_first(client):
    assert client.get("/statistics.csv").status_code == 302


def test_country_direction_and_period_narrow_the_figures(world, happened):
    found = json.loads(read(world.auditor, "/statistics.json?country=MD&direction=incoming&from=2026-03&to=2026-03"))
    assert found["asked"] == {"from": "2026-03", "to": "2026-03", "country": "MD", "direction": "incoming"}
    numbers = {(row["figure"], row["key"]): row["value"] for row in found["figures"]}
    assert numbers["requests", "requests"] == 1
    assert numbers["missing", "port"] == 1
    assert ("country", "UA") not in numbers
    assert "Nothing to count" in read(world.auditor, "/statistics/?from=2020-01&to=2020-12")


def test_files_hold_the_numbers_of_the_page(world, happened):
    answer = world.auditor.get("/statistics.csv?from=2026-01&to=2026-03")
    assert answer["Content-Disposition"] == 'attachment; filename="statistics-2026-01-2026-03.csv"'
    assert "country,UA,Ukraine,outgoing,requests,1" in answer.content.decode().splitlines()
    assert "month,2026-03,March 2026,incoming,requests,1" in answer.content.decode().splitlines()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("from=yesterday", "“yesterday” is not a month"),
        ("from=2026-13", "“2026-13” is not a month"),
        ("from=0000-01", "“0000-01” is not a month"),
        ("from=2026-03&to=2026-01", "The period ends before it begins"),
        ("from=1900-01", "That is more than 20 years"),
        ("country=ZZ", "Nothing was exchanged with that country"),
        ("direction=sideways", "There are two directions"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(world, question, words):
    page = read(world.auditor, f"/statistics/?{question}", 422)
    assert words in page
    assert words in read(world.auditor, f"/statistics.csv?{question}", 422)
    read(world.auditor, f"/statistics/charts/times.svg?{question}", 422)


def test_a_long_backlog_is_left_to_the_worker(world, happened, monkeypatch):
    for module in ("reading", "page"):
        monkeypatch.setattr(f"comity.web.pages.statistics.{module}.BATCH", 1)
    page = read(world.auditor)
    assert "entries of the ledger are not counted yet" in page
    assert "Nothing to count" in page


@pytest.mark.parametrize("more", [0, 6])
def test_the_page_takes_the_same_queries_however_much_there_is(world, happened, django_assert_num_queries, more):
    for number in range(more):
        register_request(
            "preservation",
            complete() | {"requesting_country": "MD"},
            received_at=NOW,
            channel="e-mail",
            their_reference=str(number),
            case_title="More",
            by=world.users["duty"],
        )
    read(world.auditor)
    cache.clear()
    with django_assert_num_queries(10):
        read(world.auditor)
    with django_assert_num_queries(9):
        read(world.auditor)
    with django_assert_num_queries(7):
        read(world.auditor, "/statistics.csv")


@pytest.mark.parametrize("name", ["requests", "times", "outcomes", "countries", "missing"])
def test_each_chart_is_a_picture_with_the_numbers_in_its_text_alternative(world, happened, name):
    answer = world.auditor.get(f"/statistics/charts/{name}.svg?shade=dark&size=narrow")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert b"#18212c" in answer.content
    assert "private" in answer["Cache-Control"]
    page = read(world.auditor)
    assert f'id="{name}"' in page
    assert page.count("<img") >= 5


def test_a_chart_to_keep_carries_its_title(world, happened):
    answer = world.auditor.get("/statistics/charts/missing.svg?download=yes")
    assert answer["Content-Disposition"] == 'attachment; filename="statistics-missing.svg"'
    assert b"source port of a shared address" in answer.content


def test_there_is_no_other_chart(world):
    read(world.auditor, "/statistics/charts/secrets.svg", 404)


def test_a_chart_that_does_not_come_is_not_waited_for(world, happened, monkeypatch):
    slow = Press((sys.executable, "-c", "import time; time.sleep(60)"), patience=0.2)
    monkeypatch.setattr("comity.documents.adapters.pictures.studio._press", slow)
    assert "not drawn in time" in read(world.auditor, "/statistics/charts/times.svg", 503)
    slow.close()


ORDER = {
    "drawn_by": "comity.web.charts.missing",
    "values": [{"label": "A|b", "side": "To us", "count": 3}],
    "title": "",
    "shade": "light",
    "size": "wide",
}


def test_the_press_goes_on_after_a_bad_order_and_after_its_end():
    press = Press()
    try:
        with pytest.raises(NoPicture, match="ModuleNotFoundError"):
            press.draw({**ORDER, "drawn_by": "comity.web.charts.none"})
        assert press.draw(ORDER).startswith(b"<svg")
        press._child.kill()
        press._child.wait()
        assert press.draw(ORDER).startswith(b"<svg")
    finally:
        press.close()
    press.close()


def test_a_press_that_always_ends_is_given_up():
    press = Press((sys.executable, "-c", "pass"))
    with pytest.raises(NoPicture, match="does not stay"):
        press.draw(ORDER)


def test_markup_in_a_label_stays_text():
    values = [{"label": "<script>alert(1)</script>", "side": "To us", "count": 3}]
    assert b"<script>" not in picture({**ORDER, "values": values})


@pytest.mark.parametrize("shade", list(Shade))
def test_charts_wear_the_colours_of_the_page(shade):
    """Every colour that carries meaning stands out from its ground by 3 to 1, every letter by 4.5 to 1."""
    look = Look(shade, Size.WIDE)
    assert all(contrast(side, look.ground) >= 3 for side in look.sides)
    assert contrast(look.ink, look.ground) >= 4.5
    assert contrast(look.soft, look.ground) >= 4.5


def contrast(one, other):
    """WCAG's ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("widest", "marks"), [(1, [0, 1]), (4, [0, 1, 2, 3, 4]), (5, None), (0, [0, 1])])
def test_an_axis_of_few_requests_counts_whole_ones(widest, marks):
    """Half a request would be written as a second “1”."""
    assert whole(widest) == marks
