"""On which ground a made-up request is refused or postponed: one of its kind's closed list, of its own instrument.

Not those that a country must have reserved or declared: a made-up past knows no reservations.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from random import Random

from comity.casework.rules.blocks.grounds import POSTPONEMENT, REFUSAL
from comity.casework.rules.handling.table import Step
from comity.casework.rules.registry import kinds

_RESERVED = frozenset({"ets185:29(4)", "cets224:9(1)(b)"})


def grounds(kind: str, step: Step) -> tuple[str, ...]:
    """Ids of the grounds on which a request of this kind may be refused or postponed; none where none is listed."""
    return _grounds(kind, step)


def said_with(random: Random, kind: str, step: Step) -> dict[str, object]:
    """The ground, where the kind has one, and reasons."""
    verb = "refuse" if step is Step.REFUSE else "postpone"
    found = grounds(kind, step)
    ground: dict[str, object] = {"ground": random.choice(found)} if found else {}
    return {**ground, "reason": f"Whoever was asked explained in a letter why they {verb} it."}


@cache
def _grounds(kind: str, step: Step) -> tuple[str, ...]:
    declared = kinds()[kind]
    names, known = (declared.refusal, REFUSAL) if step is Step.REFUSE else (declared.postponement, POSTPONEMENT)
    return tuple(
        one
        for one in (choice.value for choice in known)
        if one not in _RESERVED and one.partition(":")[0] in declared.instruments and _holds(names, one)
    )


def _holds(names: Iterable[str], ground: str) -> bool:
    return any(ground == name or ground.startswith(f"{name}(") for name in names)
