"""The parts that pages share: what they say, in words and not by colour alone."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template

import comity.web
from comity.atlas.queries.fact import Age, FactView
from comity.kernel import clock
from comity.web.components.clock_chip import clock_chip
from comity.web.components.paging import page_of
from comity.web.components.party import party
from comity.web.components.ring import ring
from comity.web.components.status import Tone, known_states, status
from comity.web.components.steps import Place, steps
from comity.web.components.timeline import Moment

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ICONS = set(Path(comity.web.__file__).with_name("icons.txt").read_text().split())


def drawn(text: str, **values: object) -> str:
    with clock.frozen(NOW):
        return Template("{% load comity %}" + text).render(Context(values))


@pytest.mark.parametrize("state", known_states())
def test_every_state_has_word_icon_and_tone(state):
    found = status(state)
    assert found.word
    assert found.icon in ICONS
    assert found.tone in Tone


def test_a_state_nobody_has_drawn_is_refused():
    with pytest.raises(LookupError, match="lost"):
        status("lost")


def test_status_says_its_word():
    page = drawn('{% status "open-with-conditions" %}')
    assert "Open with conditions" in page
    assert "tone-caution" in page
    assert 'aria-hidden="true"' in page


@pytest.mark.parametrize(
    ("days_left", "tone"),
    [(60, Tone.QUIET), (20, Tone.QUIET), (19, Tone.CAUTION), (6, Tone.CAUTION), (5, Tone.STOP), (-1, Tone.STOP)],
)
def test_the_clock_turns_amber_under_a_third_and_red_under_a_tenth(days_left, tone):
    due = NOW + timedelta(days=days_left)
    chip = clock_chip(
        began=due - timedelta(days=60), due=due, zone=ZoneInfo("Asia/Tbilisi"), article="Art. 29(7)", now=NOW
    )
    assert chip.tone is tone


def test_the_clock_in_words_with_its_article():
    page = drawn(
        '{% clock due began "Asia/Tbilisi" "Art. 29(7)" %}',
        due=datetime(2026, 12, 6, 14, tzinfo=UTC),
        began=NOW - timedelta(days=48),
    )
    assert "12 days left" in page
    assert "6 Dec, 18:00 Tbilisi" in page
    assert "clock-tip" in page
    assert "Art. 29(7)</span>" in page
    assert 'tabindex="0"' in page
    assert "practice" not in page


def test_a_clock_that_ran_out_says_so():
    assert "ran out 2 days ago" in drawn(
        "{% clock due began %}", due=NOW - timedelta(days=2), began=NOW - timedelta(days=62)
    )


FACT = FactView(
    value="full",
    start=date(2012, 10, 1),
    end=None,
    observed=date(2017, 6, 16),
    source="Overview deck",
    pinpoint="slide 9",
    address="https://example.org/deck",
    checked=date(2017, 6, 16),
    confidence="medium",
    assumed=True,
    disputed=False,
    age=Age.STALE,
    note="",
)


def test_an_assumed_fact_says_verify_before_use():
    page = drawn("{% source fact %}", fact=FACT)
    assert "assumed – verify before use" in page
    assert "slide 9" in page
    assert "Compared with it on 16 June 2017, 9 years ago." in page
    assert "Stale" in page
    assert "Sources disagree" not in page


def test_a_disputed_fact_says_so():
    assert "Sources disagree" in drawn("{% source fact %}", fact=replace(FACT, disputed=True))


def test_a_fact_read_in_its_source_has_no_warning():
    assert "verify before use" not in drawn('{% confidence "high" %}')


def test_a_ring_is_full_only_when_all_is_there():
    assert ring(6, 6).complete
    assert not ring(199, 200).complete
    assert ring(199, 200).percent == 99
    assert ring(0, 0).complete


def test_a_ring_has_no_style_attribute():
    page = drawn("{% ring 4 6 %}")
    assert "4 of 6" in page
    assert "style=" not in page


def test_steps_done_open_and_steps_ahead_do_not():
    line = steps(["Hold", "Need", "Way"], 2, ["/1", "/2", "/3"])
    assert [step.place for step in line] == [Place.DONE, Place.HERE, Place.AHEAD]
    assert [step.address for step in line] == ["/1", "", ""]
    assert 'aria-current="step"' in drawn("{% steps labels 2 %}", labels=["Hold", "Need"])


def test_a_party_knows_what_time_it_is_there():
    tile = party(part="Requested", country="UA", authority="Police", zone=ZoneInfo("Europe/Kyiv"), now=NOW)
    assert (tile.country, tile.local_time, tile.place, tile.night) == ("Ukraine", "14:00", "Kyiv", False)
    assert party(part="", country="GE", authority="", zone=None, now=NOW).local_time == ""


def test_a_story_in_sentences():
    story = [Moment(NOW, "The request was signed.", "Approver, Georgia")]
    page = drawn('{% timeline story "Asia/Tbilisi" %}', story=story)
    assert "The request was signed." in page
    assert "24 Nov, 16:00 Tbilisi" in page


def test_lists_come_by_25_and_a_page_too_far_is_the_last(rf):
    page = page_of(rf.get("/", {"page": "9"}), list(range(60)))
    assert list(page) == list(range(50, 60))


def test_icons_in_templates_are_in_the_sprite():
    templates = Path(comity.web.__file__).with_name("templates")
    used = {
        name for path in templates.rglob("*.html") for name in re.findall(r'{% icon "([a-z0-9-]+)"', path.read_text())
    }
    assert used <= ICONS
