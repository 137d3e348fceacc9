"""What dated facts say on a day, whatever their order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.fact import Dated
from comity.atlas.rules.timeline import on_day, undeclared_conflicts

DAY = date(2017, 6, 16)


@st.composite
def facts(draw):
    start = draw(st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    length = draw(st.none() | st.integers(1, 4000))
    end = (start or date(2000, 1, 1)) + timedelta(length) if length else None
    return Dated[str](
        value=draw(st.sampled_from("ab")), start=start, end=end, source="s", checked=DAY, confidence="high"
    )


@given(st.lists(facts()), st.dates(date(1999, 1, 1), date(2041, 1, 1)))
def test_order_never_matters(given_facts, day):
    assert on_day(given_facts, day).value == on_day(given_facts[::-1], day).value


@given(st.lists(facts()), st.dates(date(1999, 1, 1), date(2041, 1, 1)))
def test_no_fact_no_value_and_two_values_a_conflict(given_facts, day):
    values = {fact.value for fact in given_facts if fact.covers(day)}
    finding = on_day(given_facts, day)
    assert finding.value == (values.pop() if len(values) == 1 else None)
    assert finding.disputed == (len({f.value for f in finding.facts}) == 2)


@given(st.lists(facts(), max_size=6))
def test_a_timeline_without_conflicts_never_disputes(given_facts):
    if not list(undeclared_conflicts(given_facts)):
        for fact in given_facts:
            day = fact.start or (fact.end - timedelta(1) if fact.end else DAY)
            assert not on_day(given_facts, day).disputed


def test_the_last_day_is_not_covered():
    fact = Dated[str](
        value="a", start=date(2017, 1, 1), end=date(2018, 1, 1), source="s", checked=DAY, confidence="high"
    )
    assert fact.covers(date(2017, 12, 31))
    assert not fact.covers(date(2018, 1, 1))
