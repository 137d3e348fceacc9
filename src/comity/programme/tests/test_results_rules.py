"""How progress is computed, that nothing unknown counts, and what a framework's words must hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.people.rules.refusal import Refused
from comity.programme.rules.figure import kept, written
from comity.programme.rules.indicator_words import IndicatorWords, checked_indicator
from comity.programme.rules.period_words import ActualWords, PeriodWords, checked_actual, checked_period
from comity.programme.rules.progress import Span, Standing, in_percent, progress, standing_of, summed
from comity.programme.rules.project import Direction
from comity.programme.rules.result_words import ResultWords, checked_result, in_order, next_number

UP, DOWN = Direction.UP, Direction.DOWN
FIRST, LAST = date(2016, 1, 1), date(2016, 12, 31)
DAY = date(2017, 6, 16)


def _spans(*figures: tuple[int | None, int | None]) -> list[Span]:
    return [
        Span(
            date(2015 + place, 1, 1),
            date(2015 + place, 12, 31),
            None if target is None else Decimal(target),
            None if actual is None else Decimal(actual),
        )
        for place, (target, actual) in enumerate(figures)
    ]


@pytest.mark.parametrize(
    ("baseline", "direction", "figures", "share", "standing", "how"),
    [
        (4, UP, [(10, 8), (24, 14)], Fraction(1, 2), Standing.ON_THE_WAY, "(14 − 4) ÷ (24 − 4) = 50 %"),
        (96, DOWN, [(72, 72), (24, 24)], Fraction(1), Standing.REACHED, "(24 − 96) ÷ (24 − 96) = 100 %"),
        (96, DOWN, [(24, 120)], Fraction(-1, 3), Standing.NO_PROGRESS, "(120 − 96) ÷ (24 − 96) = −33 %"),
        (0, UP, [(10, 0)], Fraction(0), Standing.NO_PROGRESS, "(0 − 0) ÷ (10 − 0) = 0 %"),
        (0, UP, [(10, 5), (20, None)], Fraction(1, 4), Standing.ON_THE_WAY, "(5 − 0) ÷ (20 − 0) = 25 %"),
        (6, UP, [(6, 6)], Fraction(1), Standing.REACHED, "To be kept: actual 6, baseline and target 6"),
        (6, UP, [(6, 5)], Fraction(0), Standing.NO_PROGRESS, "To be kept: actual 5, baseline and target 6"),
        (6, UP, [(4, 5)], None, Standing.UNKNOWN, "The last target lies on the wrong side of the baseline."),
        (None, UP, [(10, 5)], None, Standing.UNKNOWN, "Not known: baseline."),
        (0, UP, [(10, None)], None, Standing.UNKNOWN, "Not known: actual up to the last target."),
        (None, UP, [], None, Standing.UNKNOWN, "Not known: baseline and target and actual up to the last target."),
    ],
)
def test_progress_says_how(
    baseline: int | None,
    direction: Direction,
    figures: list[tuple[int | None, int | None]],
    share: Fraction | None,
    standing: Standing,
    how: str,
) -> None:
    spans = _spans(*figures)
    found = progress(
        None if baseline is None else Decimal(baseline), direction, spans, max((s.ends for s in spans), default=DAY)
    )
    assert (found.share, found.standing, found.how) == (share, standing, how)


@pytest.mark.parametrize(
    ("figures", "standing"),
    [
        ([(10, 5)], Standing.SHORT),
        ([(10, 0)], Standing.SHORT),
        ([(10, 10)], Standing.REACHED),
        ([(5, 5), (10, None)], Standing.UNKNOWN),
        ([(10, None)], Standing.UNKNOWN),
    ],
)
def test_nothing_is_on_its_way_once_the_time_of_the_last_target_has_passed(
    figures: list[tuple[int | None, int | None]], standing: Standing
) -> None:
    assert progress(Decimal(0), UP, _spans(*figures), DAY).standing is standing


def test_an_actual_counts_once_its_period_has_begun() -> None:
    spans = _spans((5, 5), (10, 10))
    assert progress(Decimal(0), UP, spans, date(2015, 12, 31)).share == Fraction(1, 2)
    assert progress(Decimal(0), UP, spans, FIRST).share == 1
    assert progress(Decimal(0), UP, spans, date(2014, 1, 1)).share is None


def test_what_is_counted_after_the_last_target_is_shown_and_is_no_progress_to_it() -> None:
    found = progress(Decimal(0), UP, _spans((10, 5), (None, 9)), DAY)
    assert found.share == Fraction(1, 2)
    assert found.newest is not None
    assert found.newest.actual == 9


@pytest.mark.parametrize(
    ("target", "actual", "direction", "day", "standing"),
    [
        (10, 10, UP, DAY, Standing.REACHED),
        (10, 9, UP, DAY, Standing.SHORT),
        (10, 9, UP, LAST, Standing.ON_THE_WAY),
        (10, 9, DOWN, DAY, Standing.REACHED),
        (10, None, UP, DAY, Standing.UNKNOWN),
        (None, 10, UP, DAY, Standing.UNKNOWN),
        (10, None, UP, date(2015, 1, 1), Standing.TO_COME),
    ],
)
def test_where_a_period_stands(
    target: int | None, actual: int | None, direction: Direction, day: date, standing: Standing
) -> None:
    figures = [None if value is None else Decimal(value) for value in (target, actual)]
    assert standing_of(Span(FIRST, LAST, *figures), direction, day) is standing


SHARES = st.lists(st.none() | st.fractions(min_value=-2, max_value=3), max_size=12)


@given(SHARES, st.randoms())
def test_a_sum_lies_between_0_and_1_whatever_the_order_and_ignores_the_unknown(
    shares: list[Fraction | None], order: object
) -> None:
    found = summed(shares)
    assert found.share is None or 0 <= found.share <= 1
    assert found.known == len(shares) - shares.count(None) == found.total - found.missing
    assert summed([share for share in shares if share is not None]).share == found.share
    assert summed(shares[::-1]).share == found.share


def test_a_sum_says_how() -> None:
    assert summed([Fraction(1, 2), None, Fraction(2)]).how == "(50 % + 100 %) ÷ 2 = 75 %"
    assert summed([None]).how == "No indicator is known."
    assert summed([]).how == "No indicator yet."


@given(st.decimals(min_value=-1000, max_value=1000, places=2), st.decimals(min_value=-1000, max_value=1000, places=2))
def test_up_and_down_mirror_each_other(baseline: Decimal, actual: Decimal) -> None:
    up = progress(baseline, UP, [Span(FIRST, LAST, baseline + 10, actual)], DAY)
    down = progress(-baseline, DOWN, [Span(FIRST, LAST, -baseline - 10, -actual)], DAY)
    assert up.share == down.share


def test_percent_is_never_rounded_up_to_all_nor_down_to_nothing() -> None:
    assert [in_percent(Fraction(part, 1000)) for part in (999, 1, 0, 1000)] == ["99 %", "1 %", "0 %", "100 %"]


@pytest.mark.parametrize(
    ("value", "said"),
    [("1250", "1,250 %"), ("62.50", "62.5 %"), ("-0.00", "0 %"), ("0", "0 %")],
)
def test_figures_are_written_for_people(value: str, said: str) -> None:
    assert written(Decimal(value), "%") == said
    assert written(Decimal(value), "countries") == said.removesuffix(" %")


@pytest.mark.parametrize("value", ["1e15", "1e-400", "0.001", "Infinity", "NaN"])
def test_figures_that_cannot_be_kept_are_refused(value: str) -> None:
    with pytest.raises(Refused) as refusal:
        kept("target", Decimal(value))
    assert refusal.value.field == "target"


OTHERS = [(date(2015, 1, 1), date(2015, 12, 31)), (date(2017, 1, 1), date(2017, 12, 31))]


@pytest.mark.parametrize(
    ("starts", "ends", "target", "field", "sentence"),
    [
        (LAST, FIRST, None, "ends", "ends on 1 January 2016, before it begins on 31 December 2016"),
        (date(2015, 12, 31), LAST, None, "starts", "from 1 January 2015 to 31 December 2015"),
        (FIRST, date(2017, 1, 1), None, "starts", "from 1 January 2017 to 31 December 2017"),
        (date(2014, 1, 1), date(2018, 1, 1), None, "starts", "overlaps"),
        (date(201, 1, 1), LAST, None, "starts", "Check the year"),
        (FIRST, LAST, Decimal(1), "target", "The target 1 lies below the baseline 2, though more is better."),
    ],
)
def test_periods_that_do_not_fit_are_refused(
    starts: date, ends: date, target: Decimal | None, field: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence) as refusal:
        checked_period(PeriodWords(starts, ends, target), OTHERS, UP, Decimal(2))
    assert refusal.value.field == field


def test_a_period_may_begin_the_day_after_another() -> None:
    assert checked_period(PeriodWords(FIRST, LAST, Decimal(2)), OTHERS, UP, Decimal(2)).target == 2


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (ActualWords(Decimal(1), "", "a register"), "evidence"),
        (ActualWords(Decimal(1), "a list", " "), "source"),
        (ActualWords(Decimal(1), "x" * 2001, "a register"), "evidence"),
        (ActualWords(Decimal(1), "a list\x00", "a register"), "evidence"),
        (ActualWords(Decimal("0.001"), "a list", "a register"), "actual"),
    ],
)
def test_an_actual_needs_what_shows_it(words: ActualWords, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked_actual(words, FIRST, DAY)
    assert refusal.value.field == field


def test_nothing_is_reached_before_its_period_and_not_known_needs_no_evidence() -> None:
    with pytest.raises(Refused, match="nothing can have been reached"):
        checked_actual(ActualWords(Decimal(1), "a list", "a register"), FIRST, date(2015, 12, 31))
    assert checked_actual(ActualWords(None), FIRST, date(2015, 12, 31)).actual is None


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (IndicatorWords("2.a", "Requests"), "number"),
        (IndicatorWords("2.b", " "), "says"),
        (IndicatorWords("2.b", "Requests", measure="no-such"), "measure"),
        (IndicatorWords("2.b", "Requests", baseline=Decimal(0)), "baseline_source"),
        (IndicatorWords("2.b", "Requests", unit="x" * 61), "unit"),
    ],
)
def test_what_an_indicator_needs(words: IndicatorWords, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked_indicator(words, {"2.a"}, {"requests-sent"})
    assert refusal.value.field == field


def test_lines_are_numbered_and_sorted_as_people_count() -> None:
    assert sorted(["10", "2", "2.10", "2.9", "1.b", "1.a"], key=in_order) == ["1.a", "1.b", "2", "2.9", "2.10", "10"]
    assert next_number("2", {"1", "2", "2.1"}) == "2.2"
    assert next_number("", {"1", "3"}) == "2"
    with pytest.raises(Refused, match="has a line 2 already"):
        checked_result(ResultWords("2", "Something"), {"2"})
