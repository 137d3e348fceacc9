"""Checks of strategic priorities against the other packs: where an indicator looks, there is something to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comity.atlas.rules.packs.consistency import power_names
from comity.atlas.rules.packs.country import Function, Topic
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.atlas.rules.packs.priorities import Looks, PrioritiesPack
from comity.atlas.rules.packs.questionnaire import QuestionnairePack
from comity.packkit.kind import Contents, Fault


def priority_faults(contents: Contents) -> Iterator[Fault]:
    """Indicators whose target does not exist, and ids that stand twice in a list."""
    known = _targets(contents)
    for name, pack in sorted(contents.items()):
        if isinstance(pack, PrioritiesPack):
            seen: set[str] = set()
            for place, priority in enumerate(pack.priorities.priorities):
                for number, indicator in enumerate(priority.indicators):
                    path = ("priorities", "priorities", place, "indicators", number)
                    word, targets = known[indicator.looks]
                    if indicator.target not in targets:
                        yield Fault(name, (*path, "target"), f"“{indicator.target}” is not among {word}.")
                    if indicator.id in seen:
                        yield Fault(name, (*path, "id"), f"“{indicator.id}” stands here a second time.")
                    seen.add(indicator.id)


def _targets(contents: Contents) -> Mapping[Looks, tuple[str, set[str]]]:
    """What each kind of indicator may name, in words and as a set."""
    instruments = {pack.instrument.id: pack for pack in contents.values() if isinstance(pack, InstrumentPack)}
    items = {
        item.id
        for pack in contents.values()
        if isinstance(pack, QuestionnairePack)
        for section in pack.questionnaire.sections
        for item in section.items
    }
    return {
        Looks.POWER: ("the Convention's powers", power_names(instruments)),
        Looks.OBSERVATION: ("the topics of the overview", set(Topic)),
        Looks.AUTHORITY: ("what authorities are competent for", set(Function)),
        Looks.MEMBERSHIP: ("the instruments", set(instruments)),
        Looks.ANSWER: ("the questions of any questionnaire", items),
    }
