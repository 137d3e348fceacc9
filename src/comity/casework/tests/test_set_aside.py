"""Setting aside what is no request of ours: with a ground, reversible, recorded, and nothing lost."""

from __future__ import annotations

from typing import Any

import pytest

from comity.casework.actions.keep_arrival import keep_arrival, keep_typed
from comity.casework.actions.register_request import register_request
from comity.casework.actions.set_aside_arrival import set_aside_arrival
from comity.casework.actions.take_up_arrival import take_up_arrival
from comity.casework.actions.type_arrival import type_arrival
from comity.casework.models import Arrival, Request
from comity.casework.queries.arrivals import arrival_page, aside_arrivals, count_arrivals, open_arrivals
from comity.casework.rules.arrival.setting_aside import Ground
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.tests.conftest import NOW
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

pytestmark = pytest.mark.django_db

WHY: dict[str, str] = {"ground": "spam", "reason": "It sells insurance."}


def told(identity: Any) -> list[str]:
    return [entry.name for entry in entries_about(f"arrival:{identity}")]


def test_it_leaves_the_list_and_comes_back_as_it_was(cast: Any, node: Any) -> None:
    came = keep_arrival(b"Buy now", name="offer.txt", by=cast.duty)
    other = keep_typed("preservation", by=cast.duty)
    type_arrival(came, kind="preservation", content={"summary": "Nothing"}, by=cast.duty)
    set_aside_arrival(came, **WHY, by=cast.duty)
    set_aside_arrival(came, ground="test", reason="Pressed twice.", by=cast.duty)
    assert [view.id for view in open_arrivals(cast.duty)] == [other]
    (aside,) = aside_arrivals(cast.duty)
    assert aside.set_aside is not None
    assert (aside.set_aside.ground, aside.set_aside.reason, aside.set_aside.at) == ("spam", WHY["reason"], NOW)
    assert (aside.set_aside.by, count_arrivals(cast.duty)) == (cast.duty.display_name, (1, 1))
    assert bytes(Arrival.objects.get(pk=came).content) == b"Buy now"
    take_up_arrival(came, by=cast.duty)
    take_up_arrival(came, by=cast.duty)
    page = arrival_page(cast.duty, came)
    assert (page.set_aside, page.content, count_arrivals(cast.duty)) == (None, {"summary": "Nothing"}, (2, 0))
    assert told(came) == ["arrival-kept", "arrival-set-aside", "arrival-taken-up"]
    assert entries_about(f"arrival:{came}")[1].payload == WHY


def test_what_is_set_aside_is_neither_typed_nor_registered(cast: Any, node: Any) -> None:
    came = keep_arrival(b"Buy now", by=cast.duty)
    set_aside_arrival(came, **WHY, by=cast.duty)
    with pytest.raises(Refused, match="Take it up again first"):
        type_arrival(came, kind="preservation", content={}, by=cast.duty)
    with pytest.raises(Refused, match="Take it up again first"):
        register_request(
            "preservation",
            {"requesting_country": "UA"},
            received_at=NOW,
            channel="post",
            case_title="x",
            arrival=came,
            by=cast.duty,
        )
    assert not Request.objects.exists()


def test_what_is_registered_is_not_set_aside(cast: Any, node: Any) -> None:
    came = keep_arrival(b"A letter", by=cast.duty)
    content = {"requesting_country": "UA"}
    reference = register_request(
        "preservation", content, received_at=NOW, channel="post", case_title="x", arrival=came, by=cast.duty
    )
    with pytest.raises(Refused, match=f"already, as {reference}"):
        set_aside_arrival(came, **WHY, by=cast.duty)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ground": "mood"}, "Choose a reason from the list"),
        ({"ground": ""}, "Choose a reason from the list"),
        ({"reason": " "}, "Write a few words"),
        ({"reason": "x" * 1001}, "1001 characters are too many"),
    ],
)
def test_without_a_ground_and_words_nothing_is_set_aside(cast: Any, node: Any, changes: Any, said: str) -> None:
    came = keep_arrival(b"Buy now", by=cast.duty)
    with pytest.raises(Refused, match=said):
        set_aside_arrival(came, **WHY | changes, by=cast.duty)
    assert told(came) == ["arrival-kept"]


def test_nobody_sets_aside_what_somebody_else_keeps(cast: Any, node: Any) -> None:
    came = keep_arrival(b"Buy now", by=cast.duty)
    with pytest.raises(NotFound):
        set_aside_arrival(came, **WHY, by=cast.drafter)
    with pytest.raises(NotFound):
        take_up_arrival(came, by=cast.drafter)
    with pytest.raises(NotEntitled):
        set_aside_arrival(came, **WHY, by=cast.auditor)


def test_every_ground_has_its_words() -> None:
    assert len({ground.label for ground in Ground}) == len(Ground)
