"""From entries to counts: as tables, and for any history cut at any place."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.calls import called
from comity.casework.rules.statistics.cell import Cell, What
from comity.casework.rules.statistics.tally import Facts, difference, tallied
from comity.ledger.rules.happening import Happening

KYIV, TBILISI = ZoneInfo("Europe/Kyiv"), ZoneInfo("Asia/Tbilisi")
BEGUN = datetime(2026, 3, 2, 10, tzinfo=UTC)


def facts(direction: Direction = Direction.INCOMING, kind: str = "preservation", **more: Any) -> Facts:
    known = {"country": "UA", "zone": TBILISI, "home": TBILISI, "urgent": True, "data": ("traffic",)}
    return Facts(direction=direction, kind=kind, **{**known, **more})


def entry(sequence: int, name: str, after: timedelta | None = timedelta(), **payload: Any) -> Happening:
    moment = BEGUN + (after or timedelta())
    at = moment + timedelta(minutes=sequence)
    happened = {} if after is None else {"happened_at": moment.isoformat()}
    return Happening(sequence, at, name, "request:GE-2026-00001", {**happened, **payload})


def registered(**payload: Any) -> Happening:
    return entry(1, "request-registered", channel="24/7 network", **payload)


def answers(counts: Counter[Cell], country: str = "") -> dict[str, dict[str, int]]:
    """What was counted, by what and key, for all countries or one."""
    found: dict[str, dict[str, int]] = {}
    for cell, count in counts.items():
        if cell.country == country:
            found.setdefault(cell.what, {})[cell.key] = count
    return found


def count(*told: Happening, **more: Any) -> dict[str, dict[str, int]]:
    return answers(tallied(facts(**more), told))


def test_nothing_counts_before_it_has_left_or_arrived() -> None:
    assert not tallied(facts(), [entry(1, "request-acknowledged", said={})])
    assert not tallied(facts(Direction.OUTGOING), [registered()])


def test_an_incoming_request_counts_in_its_month_for_its_country_and_for_all() -> None:
    counts = tallied(facts(offences=("2", "8")), [registered()])
    assert {cell.month for cell in counts} == {date(2026, 3, 1)}
    assert {cell.country for cell in counts} == {"", "UA"}
    assert answers(counts) == {
        "kind": {"preservation": 1},
        "country": {"UA": 1},
        "channel": {"network": 1},
        "urgency": {"urgent": 1},
        "data": {"traffic": 1},
        "offence": {"2": 1, "8": 1},
        "outcome": {"open": 1},
        "followed": {"not": 1},
    }
    assert "country" not in answers(counts, "UA")


def test_a_month_is_that_of_the_own_country() -> None:
    told = entry(1, "request-registered", timedelta(days=29, hours=11))  # 31 March, 21:00 UTC
    assert {cell.month for cell in tallied(facts(), [told])} == {date(2026, 4, 1)}


@pytest.mark.parametrize(
    ("name", "said", "outcome", "others"),
    [
        ("request-executed", {"outcome": "given"}, "executed", {"answered": {"180": 1}, "closed": {"180": 1}}),
        ("request-executed", {"outcome": "no-data"}, "no-data", {"answered": {"180": 1}, "closed": {"180": 1}}),
        ("request-partly-executed", {}, "partly-executed", {"answered": {"180": 1}, "closed": {"180": 1}}),
        (
            "request-refused",
            {"ground": "ets185:29(5)"},
            "refused",
            {"answered": {"180": 1}, "closed": {"180": 1}, "ground": {"refused ets185:29(5)": 1}},
        ),
        (
            "request-postponed",
            {"ground": "ets185:27(5)"},
            "postponed",
            {"answered": {"180": 1}, "ground": {"postponed ets185:27(5)": 1}},
        ),
        ("request-taken-back", {"reason": "x"}, "withdrawn", {}),
        ("request-forwarded", {}, "forwarded", {"answered": {"180": 1}, "closed": {"180": 1}, "forwarded": {"yes": 1}}),
        (
            "request-more-asked",
            {"missing": ["port", "time-zone", "port"]},
            "open",
            {"answered": {"180": 1}, "incomplete": {"yes": 1}, "missing": {"port": 1, "time-zone": 1}},
        ),
        ("request-acknowledged", {}, "open", {"acknowledged": {"180": 1}}),
    ],
)
def test_each_step_counts_as_what_it_is(name: str, said: dict[str, Any], outcome: str, others: dict[str, Any]) -> None:
    found = count(registered(), entry(2, name, timedelta(hours=3), said=said), kind="no-longer-known")
    assert found.pop("outcome") == {outcome: 1}
    times = {key: value for key, value in found.items() if key not in {"kind", "country", "channel", "urgency", "data"}}
    assert times.pop("family-answer", None) == others.get("answered")
    assert times.pop("family-closed", None) == others.get("closed")
    assert times == others


def test_what_they_forward_is_still_awaited() -> None:
    sent = entry(1, "request-sent", None, sent_on="2026-03-02", channel="e-mail")
    found = count(sent, entry(2, "request-forwarded", timedelta(hours=3), said={}), direction=Direction.OUTGOING)
    assert found["outcome"] == {"open": 1}
    assert found["forwarded"] == {"yes": 1}
    assert "closed" not in found


def test_resuming_opens_what_was_postponed() -> None:
    found = count(
        registered(),
        entry(2, "request-postponed", said={"ground": "ets185:27(5)"}),
        entry(3, "request-resumed", timedelta(days=3), said={}),
    )
    assert found["outcome"] == {"open": 1}
    assert found["ground"] == {"postponed ets185:27(5)": 1}


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (datetime(2026, 3, 2, 8, tzinfo=UTC), "240"),  # on that day: two hours before BEGUN
        (datetime(2026, 3, 3, 8, tzinfo=UTC), "840"),  # a day later: counted from midnight in Kyiv
    ],
)
def test_dispatch_is_known_to_the_day(recorded: datetime, expected: str) -> None:
    sent = Happening(1, recorded, "request-sent", "request:X", {"sent_on": "2026-03-02", "channel": "e-mail"})
    told = [sent, entry(2, "request-acknowledged", timedelta(hours=2), said={})]
    assert answers(tallied(facts(Direction.OUTGOING, zone=KYIV), told))["acknowledged"] == {expected: 1}


@pytest.mark.parametrize(
    ("moves", "followed", "extensions"),
    [
        ([("mla-subscriber", "drafted", 5)], "not", 0),
        ([("mla-subscriber", "sent", 60)], "in-time", 0),
        ([("mla-subscriber", "sent", 61)], "later", 0),
        ([("extension", "sent", 50)], "extended", 1),
        ([("extension", "sent", 50), ("mla-subscriber", "received", 55)], "in-time", 1),
        ([("mla-subscriber", "withdrawn", 5)], "not", 0),
    ],
)
def test_what_follows_a_preservation(moves: list[tuple[str, str, int]], followed: str, extensions: int) -> None:
    told = [
        entry(number, "follow-up-moved", timedelta(days=days), follow_up=f"GE-{number}", kind=kind, what=what)
        for number, (kind, what, days) in enumerate(moves, 2)
    ]
    found = count(registered(), *told)
    assert found["followed"] == {followed: 1}
    assert found.get("extension", {}).get("yes", 0) == extensions


def test_a_clock_that_ran_out_counts_once_and_by_its_rule() -> None:
    told = [entry(number, "clock-ran-out", None, rule=rule) for number, rule in ((2, "receipt"), (3, "ets185-29-7"))]
    assert count(registered(), *told)["expired"] == {"yes": 1, "rule receipt": 1, "rule ets185-29-7": 1}


def test_a_correction_moves_what_it_corrects() -> None:
    acknowledged = entry(2, "request-acknowledged", timedelta(hours=3), said={})
    right = (BEGUN + timedelta(minutes=7)).isoformat()
    correction = Happening(3, BEGUN, "event-corrected", acknowledged.subject, {"corrects": 2, "happened_at": right})
    assert count(registered(), acknowledged, correction)["acknowledged"] == {"7": 1}
    better = (BEGUN + timedelta(minutes=9)).isoformat()
    again = Happening(4, BEGUN, "event-corrected", acknowledged.subject, {"corrects": 3, "happened_at": better})
    assert count(registered(), acknowledged, correction, again)["acknowledged"] == {"9": 1}


def test_a_corrected_receipt_moves_everything_to_its_month() -> None:
    right = datetime(2026, 2, 27, tzinfo=UTC).isoformat()
    correction = Happening(3, BEGUN, "event-corrected", "request:X", {"corrects": 1, "happened_at": right})
    assert {cell.month for cell in tallied(facts(), [registered(), correction])} == {date(2026, 2, 1)}


def test_test_calls_count_by_themselves() -> None:
    calls = [
        entry(1, "test-call-made", country="UA", result="answered", minutes=4),
        entry(2, "test-call-made", country="UA", result="no-answer", minutes=None),
    ]
    counts = called(calls, TBILISI)
    assert answers(counts) == answers(counts, "UA")
    assert answers(counts) == {"test": {"answered": 1, "no-answer": 1}, "test-answered": {"4": 1}}


STEPS = st.sampled_from(
    [
        ("request-acknowledged", {"said": {}}),
        ("request-more-asked", {"said": {"missing": ["port", "facts"]}}),
        ("request-postponed", {"said": {"ground": "ets185:27(5)"}}),
        ("request-resumed", {"said": {}}),
        ("request-preserved", {"said": {"until": "2026-05-01"}}),
        ("request-refused", {"said": {"ground": "ets185:29(5)"}}),
        ("follow-up-moved", {"follow_up": "GE-2", "kind": "preservation", "what": "sent"}),
        ("clock-ran-out", {"rule": "receipt"}),
    ]
)


@st.composite
def histories(draw: st.DrawFn) -> list[Happening]:
    """A registration, steps in any order, and corrections of whatever was recorded before them."""
    told = [registered()]
    for sequence in range(2, draw(st.integers(2, 9))):
        after = timedelta(minutes=draw(st.integers(-2000, 200_000)))
        if draw(st.booleans()):
            name, payload = draw(STEPS)
            told.append(entry(sequence, name, after, **payload))
        else:
            corrects = draw(st.integers(1, sequence - 1))
            told.append(entry(sequence, "event-corrected", after, corrects=corrects, reason="x"))
    return told


@given(histories(), st.lists(st.integers(0, 9), max_size=4))
def test_counting_in_pieces_is_counting_at_once(told: list[Happening], cuts: list[int]) -> None:
    total: Counter[Cell] = Counter()
    before = 0
    for cut in [*sorted(cuts), len(told)]:
        change = difference(tallied(facts(), told[:cut]), tallied(facts(), told[:before]))
        for cell, number in change.items():
            total[cell] += number
        before = max(before, cut)
    assert {cell: number for cell, number in total.items() if number} == tallied(facts(), told)


@given(histories())
def test_each_request_has_one_outcome_and_one_kind(told: list[Happening]) -> None:
    counts = tallied(facts(), told)
    for what in (What.KIND, What.OUTCOME, What.FOLLOWED, What.URGENCY):
        assert sum(number for cell, number in counts.items() if cell.what == what and cell.country == "UA") == 1
