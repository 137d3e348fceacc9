"""Three-valued logic obeys Kleene's tables, De Morgan's laws, and never turns unknown into no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.answer import Answer, all_of, any_of

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
answers = st.sampled_from(Answer)
many = st.lists(answers, max_size=6)


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_kleenes_tables(a: Answer, b: Answer, both: Answer, either: Answer) -> None:
    assert (a & b, b & a) == (both, both)
    assert (a | b, b | a) == (either, either)


@given(answers, answers, answers)
def test_the_laws_of_a_lattice(a: Answer, b: Answer, c: Answer) -> None:
    assert ~~a is a
    assert ~(a & b) is (~a | ~b)
    assert ~(a | b) is (~a & ~b)
    assert ((a & b) & c) is (a & (b & c))
    assert (a & (b | c)) is ((a & b) | (a & c))
    assert (a | (a & b)) is a


@given(many)
def test_all_and_any_fold_in_any_order(some: list[Answer]) -> None:
    assert all_of(some) is all_of(reversed(some))
    assert any_of(some) is ~all_of(~one for one in some)


@given(many)
def test_an_unknown_never_becomes_a_no(some: list[Answer]) -> None:
    known = [one for one in some if one is not UNKNOWN]
    assert (all_of(some) is NO) is (NO in known)
    assert (any_of(some) is YES) is (YES in known)


def test_none_at_all() -> None:
    assert all_of([]) is YES
    assert any_of([]) is NO


@pytest.mark.parametrize(("value", "answer"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_from_a_value_that_may_be_missing(value: bool | None, answer: Answer) -> None:
    assert Answer.of(value) is answer
