"""Who changed what, of any two versions and what they started from; taking all gives what is offered."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from comity.upkeep.rules.applying import applied
from comity.upkeep.rules.difference import ABSENT, same
from comity.upkeep.rules.telling import told, where
from comity.upkeep.rules.three_ways import ChangedBy, compared
from comity.upkeep.tests.test_difference import ANYTHING, PACKS


@given(PACKS, PACKS, PACKS)
def test_taking_all_gives_what_is_offered(here: Any, offered: Any, base: Any) -> None:
    found = compared(here, offered, base)
    assert [one.number for one in found] == list(range(len(found)))
    assert same(applied([one.change for one in found], here), offered)


@given(PACKS, PACKS)
def test_where_one_side_is_what_both_started_from_the_other_changed_it(one: Any, other: Any) -> None:
    assert {found.changed_by for found in compared(one, other, one)} <= {ChangedBy.OFFERED}
    assert {found.changed_by for found in compared(one, other, other)} <= {ChangedBy.HERE}
    assert {found.changed_by for found in compared(one, other, None)} <= {ChangedBy.UNKNOWN}


@given(ANYTHING, ANYTHING, ANYTHING)
def test_any_three_contents_can_be_compared_and_told(here: Any, offered: Any, base: Any) -> None:
    for found in compared(here, offered, base):
        for value in (found.change.before, found.change.after, found.base):
            assert (told(value) is None) == (value is ABSENT)
        where(found.change.path, here)


def fact(value: str) -> dict[str, str]:
    return {"value": value, "source": "deck"}


@pytest.mark.parametrize(
    ("base", "here", "offered", "changed_by"),
    [
        (["a"], ["a"], ["b"], ChangedBy.OFFERED),
        (["a"], ["b"], ["a"], ChangedBy.HERE),
        (["a"], ["b"], ["c"], ChangedBy.BOTH),
        ([], ["b"], ["c"], ChangedBy.BOTH),
        (["a"], ["a"], ["a", "b"], ChangedBy.OFFERED),
        (["a"], ["a", "b"], ["a"], ChangedBy.HERE),
        (["a", "b"], ["a"], ["a", "b"], ChangedBy.HERE),
    ],
)
def test_facts_of_a_list(base: list[str], here: list[str], offered: list[str], changed_by: ChangedBy) -> None:
    """With a fact beside it that all three changed, so that no list is simply another's."""

    def pack(facts: list[str], other: str) -> Any:
        return {"powers": {"16": [*map(fact, facts), fact(other)]}}

    found = compared(pack(here, "x"), pack(offered, "x"), pack(base, "y"))
    assert [one.changed_by for one in found] == [changed_by]


def test_records_are_found_by_their_id_wherever_they_stand() -> None:
    def authority(name: str, *facts: str) -> dict[str, Any]:
        return {"id": name, "competences": [fact(value) for value in facts]}

    base = {"authorities": [authority("a", "1"), authority("b", "2")]}
    here = {"authorities": [authority("b", "2"), authority("c", "7")]}
    offered = {"authorities": [authority("b", "3"), authority("c", "7")]}
    (found,) = compared(here, offered, base)
    assert (found.changed_by, found.base) == (ChangedBy.OFFERED, fact("2"))
    assert where(found.change.path, here) == ("Authorities", "b", "competences")


def test_a_fact_is_told_with_what_it_says_first() -> None:
    kept = {"checked": "2026-01-01", "value": "full", "disputed": False, "note": "", "from": "2020-01-01"}
    found = told(kept, {**kept, "checked": "2025-01-01"})
    assert found
    assert (found.says, found.details) == (
        "full",
        (("holds from", "2020-01-01", False), ("compared on", "2026-01-01", True)),
    )
