"""Default, then exception. Where two rules both apply and neither yields, the answer is unknown, with both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from comity.kernel.answer import Answer
from comity.kernel.sayable import sayable
from comity.routes.rules.reason import Reason


class Rule(NamedTuple):
    """A conclusion (yes or no), if `applies` says yes. `over` names the rules that this one is an exception to."""

    name: str
    concludes: Answer
    applies: Reason
    over: tuple[str, ...] = ()


def decide(says: str, rules: Sequence[Rule]) -> Reason:
    """The conclusion of the rules that apply and that no applying exception overrides.

    A rule that may apply (unknown) and would change the answer makes the answer unknown. Two remaining rules with
    different conclusions are a tie: unknown, with both in the reasoning.
    """
    certain = _conclusions([rule for rule in rules if rule.applies.answer is Answer.YES])
    possible = _conclusions([rule for rule in rules if rule.applies.answer is not Answer.NO])
    because = tuple(rule.applies for rule in rules if rule.applies.answer is not Answer.NO)
    if len(certain) == 1 and certain == possible:
        return Reason(next(iter(certain)), says, because=because)
    if len(certain) > 1:
        names = " and ".join(sorted(rule.name for rule in rules if rule.applies.answer is Answer.YES))
        return Reason(
            Answer.UNKNOWN,
            sayable("{says} {names} contradict each other, and neither yields.", says=says, names=names),
            because=because,
        )
    if not certain and not possible:
        return Reason(Answer.NO, says, because=tuple(rule.applies for rule in rules))
    return Reason(Answer.UNKNOWN, says, because=because)


def _conclusions(rules: Sequence[Rule]) -> set[Answer]:
    overridden = {name for rule in rules for name in rule.over}
    return {rule.concludes for rule in rules if rule.name not in overridden}
