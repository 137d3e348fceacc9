"""Default, then exception; a tie is reported; what may apply makes unknown, never no."""

from __future__ import annotations

from itertools import product

import pytest

from comity.kernel.answer import Answer
from comity.routes.rules.precedence import Rule, decide
from comity.routes.rules.reason import Reason

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def applies(answer: Answer) -> Reason:
    return Reason(answer, "it applies")


@pytest.mark.parametrize(
    ("default", "exception", "expected"),
    [
        (YES, NO, YES),
        (YES, YES, NO),
        (YES, UNKNOWN, UNKNOWN),
        (NO, NO, NO),
        (NO, YES, NO),
        (UNKNOWN, NO, UNKNOWN),
        (UNKNOWN, YES, NO),
    ],
)
def test_an_exception_overrides_its_default(default, exception, expected):
    rules = [Rule("A", YES, applies(default)), Rule("B", NO, applies(exception), over=("A",))]
    assert decide("The way is open.", rules).answer is expected


def test_an_exception_to_the_exception():
    rules = [
        Rule("A", YES, applies(YES)),
        Rule("B", NO, applies(YES), over=("A",)),
        Rule("C", YES, applies(YES), over=("B",)),
    ]
    assert decide("The way is open.", rules).answer is YES


def test_a_tie_names_both_rules():
    found = decide("The way is open.", [Rule("Article 1", YES, applies(YES)), Rule("Article 2", NO, applies(YES))])
    assert found.answer is UNKNOWN
    assert "Article 1 and Article 2 contradict each other" in found.says


def test_the_order_of_rules_never_matters():
    for first, second in product(Answer, repeat=2):
        rules = [Rule("A", YES, applies(first)), Rule("B", NO, applies(second), over=("A",))]
        assert decide("?", rules).answer is decide("?", rules[::-1]).answer
