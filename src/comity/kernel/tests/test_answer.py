"""Three-valued logic obeys Kleene's tables and De Morgan's laws."""

from __future__ import annotations

from itertools import product

from comity.kernel.answer import Answer, all_of, any_of

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def test_unknown_decides_only_where_it_must():
    assert NO & UNKNOWN is NO
    assert YES & UNKNOWN is UNKNOWN
    assert YES | UNKNOWN is YES
    assert NO | UNKNOWN is UNKNOWN
    assert ~UNKNOWN is UNKNOWN


def test_de_morgan():
    for a, b in product(Answer, repeat=2):
        assert ~(a & b) is (~a | ~b)
        assert (a & b) is (b & a)


def test_none_at_all():
    assert all_of([]) is YES
    assert any_of([]) is NO
