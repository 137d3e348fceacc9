"""The sentence above a matrix is true of the matrix below it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.tests.law import repository_snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.finding import STRAIGHT, finding
from comity.routes.queries.matrix import matrix_view
from comity.routes.rules.route import Status

SNAPSHOT = repository_snapshot()
TODAY = date(2026, 11, 24)
SIX = tuple(CountryCode(code) for code in ("AM", "AZ", "BY", "GE", "MD", "UA"))
SOME = (*SIX, CountryCode("FR"), CountryCode("TV"))


def test_the_finding_of_the_state_of_play():
    view = matrix_view(SNAPSHOT, SIX, Measure.PRESERVE, date(2017, 6, 16), data=DataType.TRAFFIC)
    found = finding(view, DataType.TRAFFIC, TODAY)
    assert found.says == (
        "Of these six States only the Republic of Moldova was known on 16 June 2017 to preserve traffic data for "
        "another without a detour."
    )
    assert found.pairs == 30
    assert sum(number for _, number in found.counts) == 30


@given(
    st.lists(st.sampled_from(SOME), unique=True, max_size=6),
    st.sampled_from(list(Measure)),
    st.dates(date(1995, 1, 1), date(2035, 1, 1)),
)
def test_the_finding_is_true_of_the_cells(countries, measure, day):
    view = matrix_view(SNAPSHOT, countries, measure, day)
    says = finding(view, None, TODAY).says
    cells = [cell for row in view.rows for cell in row if cell.requester != cell.requested]
    givers = {cell.requested for cell in cells if Status(cell.status) in STRAIGHT}
    if len(countries) < 2:
        assert "nobody to ask" in says
    elif not givers:
        assert " none " in says
    elif len(givers) == len(countries):
        assert " each " in says
    elif " only " in says:
        assert all(CountryCode(code).in_sentence in says for code in givers)
    elif " all but " in says:
        assert all(country.in_sentence in says for country in countries if country not in givers)


@pytest.mark.parametrize("day", [TODAY, date(2017, 6, 16)])
def test_what_is_unknown_is_not_called_closed(day):
    view = matrix_view(SNAPSHOT, (CountryCode("GE"), CountryCode("TV")), Measure.INTERCEPTION, day)
    found = finding(view, None, TODAY)
    assert "known" in found.says
    assert dict(found.counts).get(Status.CLOSED, 0) < 2
