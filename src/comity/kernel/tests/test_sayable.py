"""A sentence that is kept can be said later; days and countries are said by the language's own rules."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import ClassVar
from zoneinfo import ZoneInfo

from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence, country_words
from comity.kernel.day_words import day_words, place_words, short_day_words, weekday_words
from comity.kernel.sayable import listed, number, said, sayable, sayable_count, series
from comity.kernel.words import speaking

MOLDOVA, DAY = CountryCode("MD"), date(2026, 12, 6)


class Ukrainian:
    language = "uk"
    _known: ClassVar = {
        "{country} is bound by {instrument}: {answer}.": "{instrument}: {country} – {answer}.",
        "yes": "так",
        "{count} day": "{count} день",
        "{count} days": "{count} днів",
        "the {instrument}": "{instrument}",
    }

    def message(self, english: str) -> str:
        return self._known.get(english, english)

    def counted(self, one: str, many: str, count: int) -> str:
        return self.message(one if count == 1 else many)


SENTENCE = sayable(
    "{country} is bound by {instrument}: {answer}.",
    country=MOLDOVA,
    instrument=sayable("the {instrument}", instrument="Budapest Convention"),
    answer=sayable("yes"),
)


def test_it_is_its_english_text() -> None:
    assert SENTENCE == "The Republic of Moldova is bound by the Budapest Convention: yes."
    assert said(SENTENCE) == SENTENCE
    assert {SENTENCE: 1}[str(SENTENCE)] == 1


def test_it_is_said_later_with_all_its_parts() -> None:
    with speaking(Ukrainian()):
        assert said(SENTENCE) == "Budapest Convention: Республіка Молдова – так."
        assert said(deepcopy(SENTENCE)) == said(SENTENCE)
        assert said("yes") == "так"
        assert said(listed(["yes", "no"])) == "так, no"


def test_what_stands_in_a_row_is_joined_as_each_language_does() -> None:
    row = series([MOLDOVA, sayable("yes"), "no"])
    assert row == "the Republic of Moldova, yes and no"
    assert series(["yes"]) == "yes"
    assert series([]) == ""
    within = sayable("{some} in a row", some=row)
    assert within == "the Republic of Moldova, yes and no in a row"
    with speaking(Ukrainian()):
        assert said(within) == "Республіка Молдова, так і no in a row"
        assert said(listed([sayable_count("{count} day", "{count} days", 1), "yes"], "; ")) == "1 день; так"


def test_numbers_bend_what_is_counted() -> None:
    counted = sayable_count("{count} day", "{count} days", 5)
    assert counted == "5 days"
    assert sayable("all {number} others", number=number(5)) == "all five others"
    assert number(40) == "40"
    with speaking(Ukrainian()):
        assert said(deepcopy(counted)) == "5 днів"
        assert said(number(5)) == "5"


def test_what_is_cut_or_written_down_is_english() -> None:
    with speaking(Ukrainian()):
        assert said(SENTENCE.rstrip(".")) == "The Republic of Moldova is bound by the Budapest Convention: yes"
        assert type(str(SENTENCE)) is str


def test_days_and_places() -> None:
    assert day_words(DAY) == "6 December 2026"
    assert short_day_words(DAY, year=False) == "6 Dec"
    assert weekday_words(DAY) == "Sunday"
    assert place_words(ZoneInfo("America/New_York")) == "New York"
    with speaking(Ukrainian()):
        assert day_words(DAY) == "6 грудня 2026\u202fр."
        assert short_day_words(DAY, year=False) == "6 груд."
        assert weekday_words(DAY) == "неділя"
        assert place_words(ZoneInfo("Europe/Kyiv")) == "Київ"
        assert sayable("On {day}", day=DAY) == "On 6 December 2026"


def test_countries() -> None:
    assert country_in_sentence("MD") == "the Republic of Moldova"
    assert country_words("XX") == country_in_sentence("XX") == "XX"
    with speaking(Ukrainian()):
        assert country_words("MD") == country_in_sentence("MD") == "Республіка Молдова"
