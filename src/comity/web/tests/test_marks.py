"""Marks drawn in Python escape whatever a pack says, as a template would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from comity.atlas.queries.fact import Age, FactView
from comity.web.components.marks import source_mark, status_mark

EVIL = "<script>alert('x')</script>\"&"
TODAY = date(2026, 3, 2)
FACT = FactView(
    value=EVIL,
    start=date(2020, 1, 1),
    end=date(2021, 1, 1),
    observed=date(2020, 6, 1),
    source=EVIL,
    pinpoint=EVIL,
    address=f"https://example.org/{EVIL}",
    checked=date(2026, 1, 1),
    confidence="low",
    assumed=True,
    disputed=True,
    age=Age.STALE,
    note=EVIL,
)


def test_nothing_that_a_fact_says_is_markup():
    drawn = source_mark(FACT, TODAY, [(EVIL, EVIL)])
    assert "<script" not in drawn
    assert drawn.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&quot;&amp;") == 9
    assert status_mark("open", EVIL).count("<") == status_mark("open", "word").count("<")


def test_what_a_fact_does_not_say_is_not_drawn():
    bare = replace(
        FACT, value="", start=None, end=None, observed=None, pinpoint="", address="", note="", disputed=False
    )
    drawn = source_mark(replace(bare, confidence="high", assumed=False), TODAY)
    for word in ("Holds", "Observed", 'href="https', "disagree", "assumed", " of “", "source-deeds"):
        assert word not in drawn
    assert "Read in its source. Compared with it on 1 January 2026" in drawn
