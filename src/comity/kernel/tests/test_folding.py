"""Folded text is plain, and every span of it leads back to the characters it was made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.identifiers.folding import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("２０３．０", "203.0"),
        ("٢٠٣", "203"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("a\u00a0b\u3000c", "a b c"),
        ("1–2−3", "1-2-3"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("hxxps://a[.]b", "https://a.b"),
        ("hXXp[:]//a{.}b", "http://a.b"),
        ("h**p://a(.)b", "http://a.b"),
        ("hxxp[://]a [dot] b", "http://a.b"),
        ("x [at] a (dot) b", "x@a.b"),
        ("1.2.3[.4", "1.2.3.4"),
        ("\ud800x", " x"),
        ("არ იცვლება", "არ იცვლება"),
    ],
)
def test_what_becomes_of_a_text(text: str, plain: str) -> None:
    assert fold(text).text == plain


def test_a_span_leads_back_to_all_that_it_was_made_from() -> None:
    folded = fold("x a[.]b\u200b")
    assert folded.text == "x a.b"
    assert folded.original(3, 4) == (3, 6)
    assert folded.original(2, 5) == (2, 7)


@given(st.text(max_size=100))
def test_spans_go_forward_and_stay_inside(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(st.text("abc 0123.:/+-@", max_size=60))
def test_plain_text_is_left_alone(text: str) -> None:
    assert fold(text).text == text
