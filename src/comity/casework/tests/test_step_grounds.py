"""Which grounds the form for refusing offers: ours under the law on this node, theirs as they may name them."""

from __future__ import annotations

import pytest

from comity.casework.models import Request
from comity.casework.queries.step_form import grounds_of
from comity.casework.rules.handling.table import Step

pytestmark = pytest.mark.django_db


def ids(direction: str, requested: str, step: Step = Step.REFUSE, kind: str = "preservation") -> set[str]:
    request = Request(
        kind=kind, direction=direction, requesting_country="MD", requested_country=requested, requested_zone="UTC"
    )
    return {choice.value for choice in grounds_of(request, step)}


POLITICAL = "ets185:29(5)(a)"
RESERVED = "ets185:29(4)"


def test_a_ground_that_wants_a_reservation_is_ours_only_where_we_made_one(law: None) -> None:
    assert RESERVED not in ids("incoming", "GE")
    assert POLITICAL in ids("incoming", "GE")
    assert RESERVED in ids("incoming", "AZ")


def test_what_the_other_side_rests_on_can_always_be_recorded(law: None) -> None:
    assert RESERVED in ids("outgoing", "UA")


def test_refusing_and_postponing_have_lists_of_their_own(law: None) -> None:
    refuse, postpone = (ids("incoming", "GE", step, "mla-subscriber") for step in (Step.REFUSE, Step.POSTPONE))
    assert postpone == {"ets185:27(5)"}
    assert refuse
    assert not refuse & postpone
