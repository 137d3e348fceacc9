"""The list of cases: found by what one remembers, in an order that one chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from comity.casework.actions.open_case import open_case
from comity.casework.queries.case_list import Order, case_list
from comity.casework.rules.transitions import State


def _titles(user: Any, **asked: Any) -> list[str]:
    return [line.title for line in case_list(user, **asked).lines]


@pytest.fixture
def cases(cast: Any, node: Any, frozen_clock: Callable[..., Any]) -> None:
    for day, title in enumerate(["Ransomware", "Auction fraud", "Stolen mailbox"], start=1):
        frozen_clock(datetime(2026, 3, day, tzinfo=UTC))
        open_case(title, by=cast.drafter)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.NEWEST, ["Stolen mailbox", "Auction fraud", "Ransomware"]),
        (Order.OLDEST, ["Ransomware", "Auction fraud", "Stolen mailbox"]),
        (Order.TITLE, ["Auction fraud", "Ransomware", "Stolen mailbox"]),
    ],
)
def test_cases_come_in_the_order_that_was_chosen(cast: Any, cases: None, order: Order, titles: list[str]) -> None:
    assert _titles(cast.drafter, order=order) == titles


def test_only_cases_with_a_request_in_that_state(cast: Any, at: Callable[..., str]) -> None:
    at("in-review")
    assert len(_titles(cast.approver, state=State.IN_REVIEW)) == 1
    assert _titles(cast.approver, state=State.APPROVED) == []
    assert _titles(cast.editor, state=State.IN_REVIEW) == []
