"""Whoever withdraws a preservation says what becomes of the data."""

from __future__ import annotations

from datetime import date

import pytest

from comity.casework.rules.kinds.withdrawal.fields import says_what_becomes_of_it


@pytest.mark.parametrize(
    ("kind", "data", "gaps"),
    [
        ("Preservation request", "none", 1),
        ("Extension of a preservation", "none", 1),
        ("Preservation request", "release", 0),
        ("Preservation request", "keep", 0),
        ("Request for stored data", "none", 0),
        ("", "none", 0),
    ],
)
def test_that_no_data_were_asked_for_is_not_said_of_a_preservation(kind: str, data: str, gaps: int) -> None:
    content = {"previous_kind": kind, "preserved_data": data}
    found = list(says_what_becomes_of_it(content, date(2026, 3, 2)))
    assert [gap.field for gap in found] == ["preserved_data"] * gaps
