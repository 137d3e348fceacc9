"""Which rules concern a request: those of its kind, as the text that it stands on has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comity.atlas.rules.packs.clock_rules import ClockRule
from comity.casework.rules.clocks.happening import CORRECTED


def chosen_rules(known: Mapping[str, ClockRule], names: Iterable[str], instrument: str) -> tuple[ClockRule, ...]:
    """The rules `names` of a kind. Where the request stands on `instrument` and that has its own rule for the same,
    that one: Article 42 of the United Nations Convention for Article 29(7). Names that the packs do not know are left
    out: a node may have older packs than the program."""
    own = {rule.equivalent: rule for rule in known.values() if rule.equivalent and rule.instrument == instrument}
    return tuple(own.get(name, known[name]) for name in names if name in known)


def concerns(rules: Iterable[ClockRule], event: str) -> bool:
    """Whether an event of this name can change what any of `rules` gives."""
    return event == CORRECTED or any(event in _events(rule) for rule in rules)


def _events(rule: ClockRule) -> set[str]:
    sides = [*rule.sides.values()]
    told = [item for side in sides for item in (*side.starts_on, *side.stops_on)]
    held = [*rule.held.start, *rule.held.until, *rule.held.dropped] if rule.held else []
    return {item.event for item in (*told, *held)}
