"""How much a token may change in a minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.api.allowance import Allowance

from .conftest import NOW, Program, problem


@given(
    a_minute=st.integers(1, 1000),
    moments=st.lists(st.floats(0, 600, allow_nan=False), min_size=1, max_size=300).map(sorted),
)
def test_never_more_than_a_minute_s_worth_at_once_and_what_comes_back(a_minute: int, moments: list[float]) -> None:
    allowance = Allowance(a_minute)
    let_in = [moment for moment in moments if allowance.take(1, moment) == 0]
    assert let_in[:a_minute] == moments[:a_minute]
    assert len(let_in) <= a_minute * (1 + (moments[-1] - moments[0]) / 60) + 1e-6


@given(a_minute=st.integers(1, 1000))
def test_whoever_waits_as_long_as_told_is_let_in(a_minute: int) -> None:
    allowance = Allowance(a_minute)
    assert all(allowance.take(1, 0) == 0 for _ in range(a_minute))
    wait = allowance.take(1, 0)
    assert 0 < wait <= 60
    assert allowance.take(2, 0) == 0
    assert allowance.take(1, wait + 1e-6) == 0


def test_a_clock_that_is_set_back_gives_nothing() -> None:
    allowance = Allowance(1)
    assert allowance.take(1, 100) == 0
    assert allowance.take(1, 0) > 0


def test_only_those_that_have_all_of_theirs_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.api.allowance._KEPT", 2)
    allowance = Allowance(1)
    for token, moment in ((1, 0), (2, 59), (3, 61)):
        assert allowance.take(token, moment) == 0
    assert set(allowance._left) == {2, 3}


@pytest.mark.django_db
def test_a_token_that_has_changed_enough_is_told_when_to_go_on(
    program: Callable[..., Program], monkeypatch: pytest.MonkeyPatch, frozen_clock: Callable[..., None]
) -> None:
    monkeypatch.setattr("comity.api.bearer._allowance", Allowance(2))
    busy, other = program("drafter"), program("drafter")
    assert [busy.post("/cases", {"title": "Many"}).status_code for _ in range(2)] == [201, 201]
    refused = busy.post("/cases", {"title": "Many"}, Idempotency_Key="later")
    assert problem(refused, 429)["type"].endswith("too-many")
    assert refused["Retry-After"] == "30"
    assert len(busy.get("/cases").json()["items"]) == 2
    assert other.post("/cases", {"title": "Another's"}).status_code == 201
    frozen_clock(NOW + timedelta(seconds=30))
    assert busy.post("/cases", {"title": "Many"}, Idempotency_Key="later").status_code == 201
