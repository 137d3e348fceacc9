"""The state of play on its pages: days on record, what changed in a cell, charts, gaps, the report as a file."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.cache import cache
from docx import Document

from comity.documents.adapters.typesetting.pages import page_count
from comity.kernel.country import CountryCode
from comity.people.rules.roles import Role
from comity.stateofplay.actions.answer_item import answer_item
from comity.stateofplay.actions.send_for_review import send_for_review
from comity.stateofplay.actions.sign_off_assessment import sign_off_assessment
from comity.stateofplay.actions.start_assessment import start_assessment
from comity.stateofplay.queries.assessments import assessment_view

pytestmark = pytest.mark.django_db
GIVEN = {"level": "full", "status": "yes", "entries": "Cyber Police", "text": "As law", "count": "7"}


@pytest.fixture
def assess(world, cast):
    """Makes a signed-off assessment of Georgia as of a day; `given` are the answers by scale."""
    author, other = cast("author", Role.EDITOR), cast("other", Role.EDITOR)

    def make(day, **given):
        number = start_assessment(CountryCode("GE"), "state-of-play", day, by=author)
        for answer in assessment_view(number).answers:
            value = (GIVEN | given)[answer.item.scale.value]
            answer_item(number, answer.item.id, value, source="a law", by=author)
        send_for_review(number, version=assessment_view(number).version, by=author)
        sign_off_assessment(number, version=assessment_view(number).version, by=other)
        return number

    return make


def read(browser, address, status=200):
    answer = browser.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_the_days_on_record_are_stops_of_a_line_that_works_without_scripts(client, world):
    page = read(client, "/state-of-play/?at=2017-06-16")
    assert 'href="?at=2017-06-16&amp;since=2017-06-16" aria-current="date"' in page
    assert 'href="?at=2026-03-02&amp;since=2017-06-16">Today<' in page


def test_what_changed_names_the_powers_that_turned(client, world):
    """The table repeats its observers; that the law moved on since is said below it."""
    page = read(client, "/state-of-play/?at=2026-03-02")
    changed = page[page.index('id="changes"') :]
    assert "<strong>Ukraine</strong>, Article 16: <ins>in part</ins>; was missing" in changed
    assert "<strong>Armenia</strong>, Article 16: <ins>not known</ins>; was missing" in changed
    assert "Nothing that is recorded" not in changed
    assert "Nothing that is recorded" in read(client, "/state-of-play/?at=2018-01-01")


def test_a_signed_off_assessment_is_a_stop_and_its_cells_say_what_they_were(client, assess):
    assess(date(2026, 2, 1), status="draft")
    page = read(client, "/state-of-play/?at=2026-02-01&countries=GE")
    assert "1 February 2026" in page
    assert "was: Yes" in page
    assert "Assessment" in page
    assert "was:" not in read(client, "/state-of-play/?at=2026-01-31&countries=GE")


@pytest.mark.parametrize("name", ["overview", "tiles", "powers", "articles", "consequences"])
def test_each_chart_is_a_picture_of_its_own_for_everybody(client, world, name):
    answer = client.get(f"/state-of-play/charts/{name}.svg?at=2017-06-16&shade=dark&size=narrow")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert b"#18212c" in answer.content
    kept = client.get(f"/state-of-play/charts/{name}.svg?at=2017-06-16&download=yes")
    assert kept["Content-Disposition"] == f'attachment; filename="state-of-play-{name}.svg"'


def test_there_is_no_other_chart_and_no_other_form_of_the_report(client, world):
    read(client, "/state-of-play/charts/secrets.svg", 404)
    read(client, "/state-of-play/report.odt", 404)


def test_a_chart_has_its_finding_its_words_and_its_table(client, world):
    page = read(client, "/state-of-play/?at=2017-06-16")
    assert "Gaps in procedural law are recorded for all six countries" in page
    assert 'alt="Ukraine has most gaps in procedural powers: five of six. Armenia: 3 missing, 1 in part' in page
    assert "that one is named does not say that it works" in page


def test_gaps_are_shown_with_what_they_cost_and_each_power_with_its_source(client, world):
    page = read(client, "/state-of-play/gaps/?at=2017-06-16")
    assert "The gap that costs most is Article 18 in Armenia: 46 routes on a detour" in page
    assert "Article 20: missing" in page
    assert "nothing is recorded for this day" in page
    assert "The page shows today." in read(client, "/state-of-play/gaps/?at=June")


def test_the_report_comes_as_a_file_of_the_day_and_the_countries_of_the_page(client, world):
    page = read(client, "/state-of-play/?at=2017-06-16&countries=GE,UA")
    address = "/state-of-play/report.docx?at=2017-06-16&amp;countries=GE%2CUA"
    assert address in page
    document = Document(BytesIO(client.get(address.replace("&amp;", "&")).content))
    assert "Georgia and Ukraine" in document.paragraphs[1].text
    short = client.get("/state-of-play/report.pdf?at=2017-06-16&short=yes")
    assert short["Content-Disposition"] == 'attachment; filename="state-of-play-report-2017-06-16-short.pdf"'
    assert page_count(short.content) == 2


def test_two_assessments_are_compared_with_all_of_the_country_over_time(world, assess):
    cache.clear()
    first, second = assess(date(2025, 2, 1), level="none"), assess(date(2026, 2, 1))
    page = read(world.editor, f"/state-of-play/assessments/compare/?one={first}&other={second}")
    assert f"Georgia, 1 February 2026 (no. {second}): " in page
    assert f"1 February 2025 (no. {first})" in page
    picture = world.editor.get("/state-of-play/assessments/GE.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    read(world.editor, "/state-of-play/assessments/XX.svg", 404)


def test_assessments_over_time_are_for_who_signed_in(client, world):
    assert client.get("/state-of-play/assessments/GE.svg").status_code == 302
