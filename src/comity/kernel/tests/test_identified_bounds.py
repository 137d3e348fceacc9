"""A text cannot make the reader slow or its answer endless: lengths are bounded, and time grows with length only."""

from __future__ import annotations

import subprocess
import sys

import pytest

from comity.kernel.identifiers.identify import LONGEST_TEXT, MOST_IDENTIFIERS, identify

HOSTILE = """
a 1 . @ : - + " ( [.] a. a- 1. 1: f: a@ @a a/ GE29 GE29_ 1_ 1- +1_ a.com_ a@b.com_ http:// http://a.com/) ://a :: f:f:
00- 0x 1.2.3.4_ 1.2.3.4: 1.2.3.4_10:00_ 2017-06-16_ 16_Jun_ Jun_16_ UTC+4_ time_ time_zone_ local_time_in_ New_York_
IMEI_ telegram_ telegram_account_ facebook:_ @name_ port_1_ xn-- xn--a. ok.ru_ é შ (at) a_a 1, 1;
https://facebook.com/a_ Message-ID:_<a
"""
LENGTH = 40_000
GENEROUS_SECONDS = 150
"""Each unit takes a fraction of a second; a pattern that backtracks without bounds would take years."""

PROGRAM = """
import sys
from comity.kernel.identifiers.identify import identify
for unit in sys.stdin.read().split():
    unit = unit.replace("_", " ")
    identify((unit * (LENGTH // len(unit) + 1))[:LENGTH])
print("read")
""".replace("LENGTH", str(LENGTH))


def test_hostile_repetitions_are_read_in_bounded_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=HOSTILE,
        text=True,
        capture_output=True,
        timeout=GENEROUS_SECONDS,
        check=True,
    )
    assert done.stdout == "read\n"


def test_a_text_of_the_greatest_length_is_read() -> None:
    assert identify(" " * LONGEST_TEXT).identifiers == ()


def test_a_longer_text_is_refused_in_words() -> None:
    with pytest.raises(
        ValueError, match=r"has 200,001 characters, and at most 200,000 are read at once\. Paste the lines"
    ):
        identify("a" * (LONGEST_TEXT + 1))


def test_what_comes_after_the_limit_is_counted() -> None:
    reading = identify("someone@example.com " * (MOST_IDENTIFIERS + 5))
    assert len(reading.identifiers) == MOST_IDENTIFIERS
    assert reading.left_out == 5
    assert len(reading.distinct) == 1
