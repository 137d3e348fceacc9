"""No cell begins like a formula, and nothing else of it is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.spreadsheet import guarded


@pytest.mark.parametrize("text", ["=1+1", "+7", "-7", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_begins_like_a_formula_is_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text())
def test_a_text_stays_itself_but_for_the_mark(text: str) -> None:
    assert guarded(text).removeprefix("'") == text.removeprefix("'")
    assert not guarded(text).startswith(("=", "+", "-", "@"))
