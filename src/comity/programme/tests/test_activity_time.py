"""The time of an activity is kept as exactly as it is known; what cannot be is refused beside its field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.packs.overview import Precision
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity_time import FIRST, LAST, checked_time

DAYS = st.dates(FIRST, LAST)


@pytest.mark.parametrize(
    ("starts", "ends", "precision", "kept"),
    [
        (date(2017, 6, 5), None, Precision.DAY, (date(2017, 6, 5), date(2017, 6, 5))),
        (date(2017, 6, 5), date(2017, 6, 7), Precision.DAY, (date(2017, 6, 5), date(2017, 6, 7))),
        (date(2016, 2, 10), None, Precision.MONTH, (date(2016, 2, 1), date(2016, 2, 29))),
        (date(2017, 6, 30), date(2017, 7, 1), Precision.MONTHS, (date(2017, 6, 1), date(2017, 7, 31))),
        (date(2017, 11, 2), date(2018, 1, 5), Precision.MONTHS, (date(2017, 11, 1), date(2018, 1, 31))),
    ],
)
def test_whole_months_are_kept_where_only_months_are_known(starts, ends, precision, kept) -> None:
    assert checked_time(starts, ends, precision) == kept


@pytest.mark.parametrize(
    ("starts", "ends", "precision", "field"),
    [
        (date(2017, 6, 5), date(2017, 6, 4), Precision.DAY, "ends"),
        (date(2017, 6, 5), date(2017, 7, 4), Precision.MONTH, "precision"),
        (date(1017, 6, 5), date(2017, 6, 5), Precision.DAY, "starts"),
        (date(2017, 6, 5), date(9999, 12, 31), Precision.MONTHS, "ends"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(starts, ends, precision, field) -> None:
    with pytest.raises(Refused) as refusal:
        checked_time(starts, ends, precision)
    assert refusal.value.field == field


@given(starts=DAYS, ends=DAYS, precision=st.sampled_from(Precision))
def test_what_was_said_lies_within_what_is_kept(starts: date, ends: date, precision: Precision) -> None:
    try:
        first, last = checked_time(starts, ends, precision)
    except Refused:
        assert ends < starts or precision is Precision.MONTH
        return
    assert first <= starts <= ends <= last
    assert checked_time(first, last, precision) == (first, last)
