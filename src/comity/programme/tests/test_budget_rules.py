"""Money to the cent: what is parted comes together again, what has no rate is not known, nothing is rounded twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.people.rules.refusal import Refused
from comity.programme.rules.budget import checked
from comity.programme.rules.budget.account import Account, Entry, account
from comity.programme.rules.budget.burn_down import burn_down
from comity.programme.rules.budget.cents import apportioned, to_cent
from comity.programme.rules.budget.forecast import Forecast, Method, forecast
from comity.programme.rules.budget.months import months, months_before
from comity.programme.rules.budget.rates import Rate, Rates
from comity.programme.rules.budget.sums import Sum
from comity.programme.rules.budget.warning import Kind, warnings

D = Decimal
STARTS, ENDS, DAY = date(2015, 5, 1), date(2017, 12, 31), date(2017, 6, 16)
CENTS = st.integers(1, 10**9).map(lambda cents: D(cents).scaleb(-2))
DAYS = st.dates(STARTS, DAY)


@pytest.mark.parametrize(
    ("given_", "rounded"), [("0.125", "0.12"), ("0.135", "0.14"), ("-0.125", "-0.12"), ("2", "2.00")]
)
def test_half_goes_to_the_even_cent(given_: str, rounded: str) -> None:
    assert to_cent(D(given_)) == D(rounded)


@given(whole=st.integers(-(10**14), 10**14), weights=st.lists(st.integers(0, 10**6).map(D), min_size=1, max_size=40))
def test_parts_come_to_the_whole(whole: int, weights: list[Decimal]) -> None:
    cents = D(whole).scaleb(-2)
    if not any(weights):
        with pytest.raises(ValueError, match="above zero"):
            apportioned(cents, weights)
        return
    parts = apportioned(cents, weights)
    assert sum(parts) == cents
    exact = [cents * weight / sum(weights) for weight in weights]
    assert all(abs(part - share) < D("0.01") for part, share in zip(parts, exact, strict=True))


def test_cents_that_are_over_go_to_the_largest_remainder_and_to_the_first_of_equals() -> None:
    assert apportioned(D("1.00"), [D(1), D(2)]) == (D("0.33"), D("0.67"))
    assert apportioned(D("100.00"), [D(1)] * 3) == (D("33.34"), D("33.33"), D("33.33"))


RATES = Rates(
    [
        Rate("GEL", "EUR", date(2016, 1, 1), D("0.38"), "a"),
        Rate("GEL", "EUR", date(2017, 1, 1), D("0.36125"), "b"),
        Rate("EUR", "UAH", date(2017, 1, 1), D("28.4226"), "c"),
        Rate("EUR", "GEL", date(2017, 3, 1), D("2.6"), "d"),
    ]
)


@pytest.mark.parametrize(
    ("amount", "currency", "day", "worth", "inverse"),
    [
        ("100.00", "EUR", date(2010, 1, 1), "100.00", False),
        ("100.00", "GEL", date(2015, 12, 31), None, False),
        ("100.00", "GEL", date(2016, 1, 1), "38.00", False),
        ("100.00", "GEL", date(2016, 12, 31), "38.00", False),
        ("100.00", "GEL", date(2017, 6, 1), "36.12", False),  # straight, though the opposite is younger
        ("1000.00", "UAH", date(2017, 6, 1), "35.18", True),
        ("1000.00", "UAH", date(2016, 6, 1), None, False),
        ("1000.00", "MDL", date(2017, 6, 1), None, False),
    ],
)
def test_the_last_rate_on_or_before_the_day_counts(
    amount: str, currency: str, day: date, worth: str | None, inverse: bool
) -> None:
    found = RATES.converted(D(amount), currency, "EUR", day)
    assert (None if found is None else found.amount) == (None if worth is None else D(worth))
    assert (found is not None and found.inverse) == inverse


def test_a_rate_used_the_other_way_round_is_said() -> None:
    found = RATES.converted(D("1000.00"), "UAH", "EUR", date(2017, 6, 1))
    assert found is not None
    assert found.says == "1 EUR = 28.4226 UAH of 1 January 2017, used the other way round (c)"


@st.composite
def books(draw: st.DrawFn) -> tuple[list[Entry], list[Entry], list[Entry]]:
    currencies = st.sampled_from(["EUR", "GEL", "UAH", "MDL"])
    lines = [Entry(n, f"L{n}", draw(CENTS), draw(currencies), draw(DAYS)) for n in range(draw(st.integers(1, 5)))]
    commitments = [
        Entry(n, f"C{n}", draw(CENTS), draw(currencies), draw(DAYS), draw(st.integers(0, len(lines) - 1)))
        for n in range(draw(st.integers(0, 6)))
    ]
    payments = [
        Entry(n, f"P{n}", draw(CENTS), draw(currencies), draw(DAYS), draw(st.integers(0, len(commitments) - 1)))
        for n in range(draw(st.integers(0, 8)) if commitments else 0)
    ]
    return lines, commitments, payments


def paid_of(found: Account, payments: list[Entry]) -> list[tuple[date, Decimal | None]]:
    worth = {key: each and each.amount for key, each in found.worth.items()}
    return [(each.day, worth[each.key]) for each in payments]


@given(books())
def test_lines_come_to_the_project_and_payments_to_their_lines_to_the_cent(book) -> None:
    lines, commitments, payments = book
    found = account(lines, commitments, payments, RATES, "EUR", DAY)
    for name in ("budgeted", "committed", "paid", "open", "left"):
        parts = [getattr(figures, name) for figures in found.lines.values()]
        assert getattr(found.whole, name) == Sum(sum((p.known for p in parts), D(0)), sum(p.missing for p in parts))
    rounded = [each.amount for each in found.worth.values() if each]
    assert found.whole.paid == Sum(sum(rounded, D(0)), len(payments) - len(rounded))
    without = any(each.currency == "MDL" for each in [*lines, *commitments, *payments])
    assert ("MDL" in found.lacking) == without
    assert (found.whole.budgeted.value is None) >= any(line.currency == "MDL" for line in lines)


@given(book=books(), method=st.sampled_from(Method), day=st.dates(date(2017, 6, 16), date(2018, 6, 1)))
def test_what_is_paid_and_what_is_ahead_come_to_the_forecast(book, method: Method, day: date) -> None:
    lines, commitments, payments = book
    found = account(lines, commitments, payments, RATES, "EUR", day)
    paid = paid_of(found, payments)
    expected = forecast(method, found.whole, paid, STARTS, ENDS, day)
    if found.whole.paid.value is None:
        assert expected.total is None
        assert "rate" in expected.lacks
        return
    if expected.total is None:
        assert found.whole.open.value is None
        return
    ahead = [amount for _, amount in expected.ahead]
    assert found.whole.paid.value + sum(ahead, D(0)) == expected.total
    assert all(amount >= 0 for amount in ahead)
    if method is Method.OPEN:
        assert expected.total == found.whole.paid.value + (found.whole.open.value or D(0))
    series = burn_down(found.whole.budgeted.known, paid, STARTS, ENDS, day, expected)
    assert series[-1].ahead is None or series[-1].ahead == found.whole.budgeted.known - expected.total
    now = next(each for each in series if each.month == day.replace(day=1)) if day <= ENDS else series[-1]
    assert now.left in {None, found.whole.budgeted.known - found.whole.paid.value}


def one_line(amount: str, *payments: tuple[str, str, date], committed: str = "1000") -> tuple[Account, list[Entry]]:
    lines = [Entry(1, "Meetings", D(amount), "EUR", STARTS)]
    made = [Entry(1, "C-1", D(committed), "EUR", STARTS, 1)]
    paid = [Entry(n, f"P-{n}", D(a), c, d, 1) for n, (a, c, d) in enumerate(payments)]
    return account(lines, made, paid, RATES, "EUR", DAY), lines


def kinds(found: Account, lines: list[Entry], expected: Forecast, budget: str = "1000") -> set[Kind]:
    return {each.kind for each in warnings(found, lines, expected, D(budget), STARTS, ENDS)}


MARCH = date(2017, 3, 5)


@pytest.mark.parametrize(
    ("amount", "payments", "committed", "budget", "raised"),
    [
        ("1000.00", [("990.00", "EUR", MARCH)], "990", "1000", set()),
        ("1000.00", [("1000.01", "EUR", MARCH)], "1000.01", "1000", {Kind.OVERSPENT, Kind.OVER_FORECAST}),
        ("1000.00", [("10.00", "EUR", MARCH)], "1000.01", "1000", {Kind.OVER_COMMITTED, Kind.OVER_FORECAST}),
        ("1000.00", [("990.01", "EUR", MARCH)], "990", "1000", {Kind.OVERPAID}),
        ("1000.00", [("949.99", "EUR", MARCH)], "949.99", "1000", {Kind.MONEY_LEFT}),
        ("1000.00", [("950.00", "EUR", MARCH)], "950", "1000", set()),
        ("1000.00", [("1000.00", "EUR", MARCH)], "1000", "1000.01", {Kind.DIFFERS}),
        ("1000.00", [("5.00", "MDL", MARCH)], "1000", "1000", {Kind.NO_RATE}),
    ],
)
def test_warnings_begin_at_the_cent(amount, payments, committed, budget, raised) -> None:
    found, lines = one_line(amount, *payments, committed=committed)
    paid = [(day, None if c == "MDL" else D(a)) for a, c, day in payments]
    expected = forecast(Method.OPEN, found.whole, paid, STARTS, ENDS, DAY)
    assert kinds(found, lines, expected, budget) == raised


def test_early_in_a_project_money_is_not_left_yet() -> None:
    lines = [Entry(1, "Meetings", D("1000.00"), "EUR", STARTS)]
    for day, raised in ((date(2016, 8, 30), False), (date(2016, 8, 31), True)):
        found = account(lines, [], [], RATES, "EUR", day)
        expected = forecast(Method.OPEN, found.whole, [], STARTS, ENDS, day)
        assert (Kind.MONEY_LEFT in kinds(found, lines, expected)) == raised


def test_pace_is_the_average_of_full_months() -> None:
    paid = [(date(2017, month, 10), D("700.00")) for month in range(1, 6)] + [(date(2017, 6, 2), D("100.00"))]
    found, _ = one_line("100000.00", *(("700.00", "EUR", day) for day, _ in paid[:5]), ("100.00", "EUR", paid[5][0]))
    expected = forecast(Method.PACE, found.whole, paid, STARTS, ENDS, DAY)
    assert expected.average == D("583.33")  # 3,500 in six months, December among them
    assert expected.ahead[0] == (date(2017, 6, 1), D("483.34"))
    assert expected.total == D("3600.00") + D("3983.33")  # rounded once: 483.333… and six times 583.333…


def test_before_a_full_month_there_is_no_pace() -> None:
    found, _ = one_line("1000.00")
    expected = forecast(Method.PACE, found.whole, [], STARTS, ENDS, STARTS + timedelta(days=20))
    assert expected.total is None
    assert expected.lacks == "No full month of the project has passed."


def test_the_burn_down_stops_being_known_where_a_payment_has_no_rate() -> None:
    paid = [(date(2015, 6, 1), D("10.00")), (date(2015, 8, 1), None)]
    series = burn_down(D("100.00"), paid, STARTS, ENDS, DAY, Forecast(Method.OPEN, None))
    assert [each.left for each in series[:5]] == [D("100.00"), D("90.00"), D("90.00"), None, None]
    assert (len(series), series[-1].even) == (len(months(STARTS, ENDS)), D("0.00"))


def test_months_end_with_the_calendar() -> None:
    assert months(date(9999, 11, 30), date.max) == [date(9999, 11, 1), date(9999, 12, 1)]
    assert months(DAY, STARTS) == []
    assert months_before(date(2017, 2, 3), 3, since=STARTS) == [date(2016, 11, 1), date(2016, 12, 1), date(2017, 1, 1)]
    assert months_before(date.min, 6, since=date.min) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1234.5", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1,234", "1234.00"),
        ("1,234.50", "1234.50"),
        ("1’000", "1000.00"),
    ],
)
def test_an_amount_is_read_in_the_ways_people_write_it(text: str, read: str) -> None:
    assert checked.amount(text) == D(read)


@pytest.mark.parametrize(
    "text", ["", "1.234", "1.234,50", "-5", "0", "1e5", "NaN", "=1+1", "12,345,6", "1000000000000", "٣"]
)
def test_what_can_be_read_in_two_ways_or_none_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked.amount(text)
    assert refusal.value.field == "amount"


@pytest.mark.parametrize("text", ["", "0", "-1", "0.000000001", "99999999999", "abc", "1.0000000001"])
def test_a_rate_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        checked.rate(text)
