"""Country codes are those of ISO 3166-1, in capitals, each with a name; anything else is refused in words."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.country import CountryCode

CODES = sorted(country.alpha_2 for country in pycountry.countries)


@pytest.mark.parametrize("code", CODES)
def test_every_assigned_code_has_a_name(code: str) -> None:
    assert CountryCode(code).english_name


@given(st.sampled_from(CODES), st.sampled_from([str.lower, str.upper, str.title, " {} ".format, "{}\n".format]))
def test_case_and_space_do_not_matter(code: str, write: object) -> None:
    assert CountryCode(write(code)) == code  # type: ignore[operator]


@given(st.text(max_size=6))
def test_anything_else_is_refused_with_what_to_write(text: str) -> None:
    if text.strip().upper() in CODES:
        assert CountryCode(text) in CODES
    else:
        with pytest.raises(ValueError, match=r"is not a country code\. Use two letters, for example GE for Georgia"):
            CountryCode(text)


def test_names_are_those_that_the_council_of_europe_uses() -> None:
    assert CountryCode("MD").english_name == "Republic of Moldova"
    assert CountryCode("GE").english_name == "Georgia"


def test_a_code_is_text() -> None:
    assert f"{CountryCode('ge')}" == "GE"
    assert {CountryCode("GE")} == {"GE"}
