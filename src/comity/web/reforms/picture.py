"""The chart of what reforms change: its values, its words, and the pictures for each sort of screen."""

from __future__ import annotations

from collections import Counter
from typing import Any

from comity.atlas.rules.measure import Measure
from comity.stateofplay.queries.simulation import Simulation
from comity.stateofplay.queries.simulation_words import finding
from comity.stateofplay.rules.reform_words import ORDER, joined
from comity.web.charts.look import Look, Shade, Size
from comity.web.charts.screens import NIGHT, PHONE, Source
from comity.web.components.status import status
from comity.web.reforms.asked import Asked
from comity.web.theme import Theme

NAME = "reform-effects"


def values(found: Simulation) -> list[dict[str, Any]]:
    """Changed answers between different countries, by measure and effect."""
    counted = Counter((s.question.measure, s.effect) for s in found.shifts if not s.question.domestic)
    return [
        {"label": measure.label, "effect": status(f"effect-{effect.value}").word, "count": counted[measure, effect]}
        for measure in Measure
        for effect in ORDER
        if counted[measure, effect]
    ]


def words(found: Simulation) -> str:
    """The same for whoever cannot see it."""
    return "; ".join(f"{value['label']}: {value['count']} {value['effect'].lower()}" for value in values(found))


def title(found: Simulation) -> str:
    """Which measures change most."""
    counted = Counter(s.question.measure for s in found.shifts if not s.question.domestic)
    if not counted:
        return finding(found)
    most = max(counted.values())
    named = joined([measure.label for measure in Measure if counted[measure] == most])
    answers = f"{most} answer{'' if most == 1 else 's'}"
    many = sum(number == most for number in counted.values()) > 1
    return f"{named[0].upper()}{named[1:]} {f'change most, {answers} each' if many else f'changes most, {answers}'}"


def order(found: Simulation, look: Look, *, titled: bool) -> dict[str, Any]:
    """What the press must know."""
    return {
        "chart": NAME,
        "values": values(found),
        "title": title(found) if titled else "",
        "shade": look.shade.value,
        "size": look.size.value,
    }


def sources(asked: Asked, theme: Theme) -> tuple[Source, ...]:
    """By the reader's theme; where that follows the machine, the browser chooses."""
    shades = {Theme.LIGHT: [Shade.LIGHT], Theme.DARK: [Shade.DARK], Theme.AUTO: [Shade.DARK, Shade.LIGHT]}[theme]
    return tuple(
        Source(_media(shade, size, many=len(shades) > 1), address(asked, shade, size))
        for shade in shades
        for size in (Size.NARROW, Size.WIDE)
    )


def address(asked: Asked, shade: Shade = Shade.LIGHT, size: Size = Size.WIDE, **more: str) -> str:
    return asked.address("reforms-chart", asked.supposing.keys, shade=shade.value, size=size.value, **more)


def _media(shade: Shade, size: Size, *, many: bool) -> str:
    parts = (NIGHT if many and shade is Shade.DARK else "", PHONE if size is Size.NARROW else "")
    return " and ".join(part for part in parts if part)
