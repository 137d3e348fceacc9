"""Checks on clock rules that need the other packs: that their articles exist, and say the same number of days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comity.atlas.rules.packs.clock_rules import ClockRule, ClocksPack
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.packkit.kind import Contents, Fault


def clock_faults(contents: Contents) -> Iterator[Fault]:
    """Every fault of every clock rule, by its place."""
    instruments = {p.instrument.id: p for p in contents.values() if isinstance(p, InstrumentPack)}
    for name, pack in sorted(contents.items()):
        if isinstance(pack, ClocksPack):
            ids = [rule.id for rule in pack.clocks]
            for number, rule in enumerate(pack.clocks):
                if ids.index(rule.id) != number:
                    yield Fault(name, ("clocks", number, "id"), f"“{rule.id}” stands here a second time.")
                if rule.equivalent and rule.equivalent not in ids:
                    yield Fault(name, ("clocks", number, "equivalent"), f"“{rule.equivalent}” is no rule.")
                for key, sentence in _faults(rule, instruments):
                    yield Fault(name, ("clocks", number, key), sentence)


def _faults(rule: ClockRule, instruments: Mapping[str, InstrumentPack]) -> Iterator[tuple[str, str]]:
    if not rule.instrument:
        return
    pack = instruments.get(rule.instrument)
    if pack is None:
        yield "instrument", f"“{rule.instrument}” is not among the instruments."
        return
    own = pack.instrument
    if rule.article not in own.articles:
        yield "article", f"{own.short} has no article “{rule.article}” in its pack."
    for period in rule.agrees_with:
        if period not in own.clocks:
            yield "agrees_with", f"{own.short} has no period “{period}” in its pack."
        elif own.clocks[period].days not in {length.days for length in rule.length}:
            yield (
                "length",
                f"{own.short} says {own.clocks[period].days} days (“{period}”). One of the two is wrong.",
            )
