"""Days, lists and countries in nine languages."""

from __future__ import annotations

from datetime import date

import pytest

from comity.kernel.cldr import country_name, listed, long_day
from comity.kernel.country import CountryCode
from comity.kernel.languages import CODES

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2 March 2026"),
        ("fr", "2 mars 2026"),
        ("hy", "02 մարտի, 2026 թ."),
        ("az", "2 mart 2026"),
        ("be", "2 сакавіка 2026 г."),
        ("ka", "2 მარტი, 2026"),
        ("ro", "2 martie 2026"),
        ("ru", "2 марта 2026 г."),
        ("uk", "2 березня 2026 р."),
    ],
)
def test_a_day_has_its_month_in_words(language: str, said: str) -> None:
    assert " ".join(long_day(DAY, language).split()) == said


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("MD", "en", "Republic of Moldova"),
        ("MD", "fr", "République de Moldova"),
        ("MD", "ro", "Republica Moldova"),
        ("MD", "uk", "Республіка Молдова"),
        ("UA", "ka", "უკრაინა"),
        ("GE", "hy", "Վրաստան"),
        ("AM", "az", "Ermənistan"),
        ("BY", "fr", "Bélarus"),
        ("AZ", "be", "Азербайджан"),
    ],
)
def test_countries_have_the_names_that_the_council_of_europe_uses(code: str, language: str, name: str) -> None:
    assert country_name(CountryCode(code), language) == name


@pytest.mark.parametrize("language", CODES)
def test_every_language_names_every_country_of_the_region(language: str) -> None:
    for code in ("AM", "AZ", "BY", "GE", "MD", "UA", "RO", "RU", "FR", "US", "XK"):
        try:
            country = CountryCode(code)
        except ValueError:
            continue
        name = country_name(country, language)
        assert name
        assert (name == country.english_name) <= (language in {"en", "fr", "ro", "az"}), name


@pytest.mark.parametrize(
    ("items", "language", "said"),
    [
        ([], "en", ""),
        (["42"], "en", "42"),
        (["42", "43"], "en", "42 and 43"),
        (["3", "5", "7"], "en", "3, 5 and 7"),
        (["42", "43"], "uk", "42 і 43"),
        (["42", "43"], "fr", "42 et 43"),
    ],
)
def test_lists_end_as_the_language_ends_them(items: list[str], language: str, said: str) -> None:
    assert listed(items, language) == said
