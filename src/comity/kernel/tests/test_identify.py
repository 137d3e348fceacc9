"""Identifiers in messy text: what is recognised, how it is normalised, what is missing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.identifiers.identify import LONGEST_TEXT, identify

TABLE = [
    ("src=203.0.113.45 spt=51514 2026-11-22T02:14:09Z", "ip", "203.0.113.45"),
    ("[2001:db8::1]:443 at 2026-11-22 02:14:09 UTC+4", "ip", "2001:db8::1"),
    ("203[.]0[.]113[.]45", "ip", "203.0.113.45"),
    ("write to Bad.Actor@Example.ORG please", "email", "example.org"),
    ("hxxps://login[.]example[.]org/a?b=1", "url", "login.example.org"),
    ("call +995 32 291 06 00 now", "phone", "+995322910600"),
    ("IMEI 490154203237518", "imei", "490154203237518"),
    ("mac 00:1A:2B:3C:4D:5E", "mac", "00:1a:2b:3c:4d:5e"),
    ("to GE29 NB00 0000 0101 9049 17", "iban", "GE29NB0000000101904917"),
    ("wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "crypto", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
]


@pytest.mark.parametrize(("text", "kind", "value"), TABLE, ids=[kind for _, kind, _ in TABLE])
def test_read_from_messy_text(text, kind, value):
    found = identify(text).identifiers
    assert any(kind in one.type.value and value.lower() in one.value.lower() for one in found), found


def test_a_time_without_a_zone_is_needed():
    (one,) = identify("2026-11-22 02:14:09 203.0.113.45").identifiers
    assert any("time zone" in gap.sentence for gap in one.missing)
    assert not one.complete


@given(st.text(max_size=300))
def test_any_text_is_read_without_overlaps(text):
    found = identify(text).identifiers
    spans = sorted((one.start, one.end) for one in found)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_text_that_is_too_long_is_refused_in_words():
    with pytest.raises(ValueError, match="at most"):
        identify("a" * (LONGEST_TEXT + 1))
