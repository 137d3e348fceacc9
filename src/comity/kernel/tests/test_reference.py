"""References read back as they are written, sort by age, and are understood as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.reference import Reference

references = st.builds(
    Reference,
    prefix=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=8),
    year=st.integers(1000, 9999),
    number=st.integers(1, 999_999_999),
)


@given(references)
def test_it_reads_back(reference: Reference) -> None:
    assert Reference.parse(str(reference)) == reference
    assert Reference.parse(f"  {str(reference).lower()}\n") == reference


@given(references, references)
def test_on_one_node_it_sorts_by_year_and_number(one: Reference, other: Reference) -> None:
    second = Reference(one.prefix, other.year, other.number)
    assert (one < second) is ((one.year, one.number) < (second.year, second.number))


def test_the_number_has_at_least_five_figures() -> None:
    assert str(Reference("GE", 2026, 42)) == "GE-2026-00042"
    assert str(Reference("GE", 2026, 1_234_567)) == "GE-2026-1234567"


@pytest.mark.parametrize(
    "text", ["", "GE", "GE-2026", "GE-2026-42", "G-2026-00042", "GE-26-00042", "GE-2026-00042-1", "GE 2026 00042"]
)
def test_anything_else_is_refused_with_how_it_looks(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a reference\. References look like GE-2026-00042"):
        Reference.parse(text)


@given(st.text(max_size=20))
def test_no_other_text_is_read(text: str) -> None:
    with pytest.raises(ValueError, match="References look like"):
        Reference.parse(f"{text}!")
