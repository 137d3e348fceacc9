"""Differences of two contents, and content made of differences: whatever the two contents are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.upkeep.rules.applying import DoesNotFit, applied, clashes, together
from comity.upkeep.rules.difference import ABSENT, Change, differences, same

KEYS = st.sampled_from(["16", "17", "19", "id", "source", "exists"])
SCALARS = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["full", "none"])
FACTS = st.fixed_dictionaries({"value": SCALARS, "source": st.sampled_from(["deck", "law"])})
RECORDS = st.fixed_dictionaries({"id": st.sampled_from("abcd"), "exists": st.lists(FACTS, max_size=3), "name": SCALARS})
PACKS = st.fixed_dictionaries(
    {
        "powers": st.dictionaries(KEYS, st.lists(FACTS, max_size=4), max_size=3),
        "authorities": st.lists(RECORDS, max_size=4),
        "languages": st.lists(SCALARS, max_size=2),
    }
)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


@given(st.tuples(PACKS, PACKS) | st.tuples(ANYTHING, ANYTHING))
def test_what_the_differences_are_applied_to_becomes_the_other(both: tuple[Any, Any]) -> None:
    before, after = both
    assert same(applied(differences(before, after), before), after)


@given(ANYTHING)
def test_nothing_differs_from_itself(content: Any) -> None:
    assert differences(content, content) == ()


@given(PACKS, PACKS)
def test_a_change_outlives_being_kept(before: Any, after: Any) -> None:
    changes = differences(before, after)
    assert [Change.from_json(change.as_json()) for change in changes] == list(changes)


@given(PACKS, PACKS, PACKS)
def test_disjoint_changes_commute(base: Any, mine: Any, yours: Any) -> None:
    ours, theirs = differences(base, mine), differences(base, yours)
    assume(not clashes(ours, theirs))
    assume(not {change.path for change in ours if change.adds} & {change.path for change in theirs if change.adds})
    assert same(applied(together(ours, theirs), base), applied(together(theirs, ours), base))


@given(PACKS, PACKS, PACKS, st.data())
def test_changes_of_one_fact_each_commute(base: Any, mine: Any, yours: Any, data: Any) -> None:
    """As the one before, of few changes, so that many pairs are disjoint."""
    ours, theirs = differences(base, mine), differences(base, yours)
    assume(ours and theirs)
    one, other = data.draw(st.sampled_from(ours)), data.draw(st.sampled_from(theirs))
    assume(not clashes([one], [other]) and one.path != other.path)
    merged = applied([one, other], base)
    assert same(merged, applied([other, one], base))
    after_other = applied([other], base)
    assert same(applied(differences(after_other, merged), after_other), merged)


@given(PACKS, PACKS)
def test_what_both_say_clashes_with_nothing(base: Any, after: Any) -> None:
    changes = differences(base, after)
    assert same(applied(together(changes, changes), base), after)


OLD = {"value": "none", "source": "deck", "note": ""}
NEW = {"value": "full", "source": "law", "note": ""}
CONTENT = {"powers": {"16": [OLD], "17": [OLD]}, "authorities": [{"id": "a", "exists": [OLD], "name": "A"}]}


def test_a_fact_is_one_piece() -> None:
    after = {**CONTENT, "powers": {"16": [NEW], "17": [OLD]}}
    assert differences(CONTENT, after) == (Change(("powers", "16", 0), OLD, NEW),)


def test_an_authority_is_followed_by_its_id() -> None:
    first = {"id": "b", "exists": [], "name": "B"}
    after = {**CONTENT, "authorities": [first, {"id": "a", "exists": [OLD, NEW], "name": "A"}]}
    assert set(map(str, differences(CONTENT, after))) == {
        str(Change(("authorities", 0), ABSENT, first)),
        str(Change(("authorities", 0, "exists", 1), ABSENT, NEW)),
    }


def test_a_change_finds_its_fact_though_others_were_put_before_it() -> None:
    theirs = [Change(("powers", "16", 0), ABSENT, NEW)]
    ours = [Change(("powers", "16", 0), OLD, {**OLD, "note": "Read again."})]
    assert clashes(ours, theirs) == ()
    assert applied(together(ours, theirs), CONTENT)["powers"]["16"] == [NEW, {**OLD, "note": "Read again."}]


@pytest.mark.parametrize(
    ("ours", "theirs", "clash"),
    [
        (Change(("powers", "16", 0), OLD, NEW), Change(("powers", "16", 0), OLD, ABSENT), True),
        (Change(("powers", "16", 0), OLD, NEW), Change(("powers", "17", 0), OLD, ABSENT), False),
        (Change(("powers", "16", 0), OLD, NEW), Change(("powers", "16", 0), OLD, NEW), False),
        (Change(("authorities", 0, "exists", 1), ABSENT, NEW), Change(("authorities", 0), {}, ABSENT), True),
        (Change(("powers", "16", 1), ABSENT, NEW), Change(("powers", "16", 1), ABSENT, OLD), False),
        (Change(("powers", "20"), ABSENT, [NEW]), Change(("powers", "20"), ABSENT, [OLD]), True),
        (Change(("powers",), {}, {"16": [OLD]}), Change(("powers", "16", 0), OLD, NEW), True),
    ],
)
def test_changes_clash_where_they_touch_the_same_fact(ours: Change, theirs: Change, clash: bool) -> None:
    assert bool(clashes([ours], [theirs])) is clash
    assert bool(clashes([theirs], [ours])) is clash


@pytest.mark.parametrize(
    "change",
    [
        Change(("powers", "16", 0), NEW, OLD),
        Change(("powers", "16", 5), OLD, NEW),
        Change(("powers", "99", 0), OLD, NEW),
        Change(("powers", "16", "first"), OLD, NEW),
        Change(("powers", 16, 0), OLD, NEW),
        Change(("powers", "16", -1), OLD, NEW),
    ],
)
def test_what_does_not_fit_is_refused(change: Change) -> None:
    with pytest.raises(DoesNotFit):
        applied([change], CONTENT)
