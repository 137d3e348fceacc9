"""The offence in a line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.offence_in_brief import LONGEST, offence_in_brief


@pytest.mark.parametrize(
    ("content", "brief"),
    [
        ({}, ""),
        ({"offences": ["8", "2"]}, "Illegal access (Article 2); Computer-related fraud (Article 8)"),
        (
            {"offences": ["2", "other"], "offence_other": " drug\ntrafficking "},
            "Illegal access (Article 2); drug trafficking",
        ),
        ({"offences": "2"}, ""),
        ({"offences": ["99", 3, None]}, ""),
        ({"offence_other": 7}, ""),
    ],
)
def test_what_is_ticked_then_what_is_named(content: dict[str, Any], brief: str) -> None:
    assert offence_in_brief(content) == brief


@given(offences=st.one_of(st.text(), st.lists(st.text()), st.none()), other=st.text(max_size=900))
def test_whatever_is_written_fits_one_line(offences: Any, other: str) -> None:
    brief = offence_in_brief({"offences": offences, "offence_other": other})
    assert len(brief) <= LONGEST
    assert "\n" not in brief
