"""The chart of what reforms change: its values, its words, and the pictures for each sort of screen."""

from __future__ import annotations

from collections import Counter
from typing import Any

from comity.atlas.rules.measure import Measure
from comity.documents.adapters.pictures import studio
from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.kernel.sayable import Sayable, listed, said, sayable, sayable_count, series
from comity.kernel.words import noted
from comity.routes.rules.effect import Effect
from comity.stateofplay.queries.simulation import Simulation
from comity.stateofplay.queries.simulation_words import finding, tally
from comity.stateofplay.rules.reform_words import ORDER
from comity.web.charts import reform_effects
from comity.web.charts.frames import Source, frames
from comity.web.components.status import status
from comity.web.reforms.asked import Asked
from comity.web.theme import Theme


def values(found: Simulation) -> list[dict[str, Any]]:
    """Changed answers between different countries, by measure and effect."""
    counted = _counted(found)
    return [
        {"label": measure.label, "effect": status(f"effect-{effect.value}").word, "count": counted[measure, effect]}
        for measure in Measure
        for effect in ORDER
        if counted[measure, effect]
    ]


def words(found: Simulation) -> Sayable:
    """The same for whoever cannot see it."""
    counted = _counted(found)
    lines = (
        (measure, tuple((effect, counted[measure, effect]) for effect in ORDER if counted[measure, effect]))
        for measure in Measure
    )
    return listed((sayable(_LINE, measure=sayable(one.label), tally=tally(done)) for one, done in lines if done), "; ")


def title(found: Simulation) -> Sayable:
    """Which measures change most; begins small, as measures do."""
    counted = Counter(s.question.measure for s in found.shifts if not s.question.domestic)
    if not counted:
        return finding(found)
    most = max(counted.values())
    first = [measure.label for measure in Measure if counted[measure] == most]
    if len(first) > 1:
        return sayable_count(
            "{measures} change most, {count} answer each",
            "{measures} change most, {count} answers each",
            most,
            measures=series(first),
        )
    return sayable_count(
        "{measures} changes most, {count} answer",
        "{measures} changes most, {count} answers",
        most,
        measures=sayable(first[0]),
    )


def order(found: Simulation, look: Look, *, titled: bool) -> dict[str, Any]:
    """What the press must know. With its title it is a file, and English."""
    if titled:
        english = title(found)
        return _order(found, look, f"{english[:1].upper()}{english[1:]}")
    return _order(found, look, "")


def sources(asked: Asked, theme: Theme) -> tuple[Source, ...]:
    """By the reader's theme; where that follows the machine, the browser chooses."""
    return frames(lambda shade, size: address(asked, shade, size), theme)


def address(asked: Asked, shade: Shade = Shade.LIGHT, size: Size = Size.WIDE, **more: str) -> str:
    return asked.address("reforms-chart", asked.supposing.keys, shade=shade.value, size=size.value, **more)


def _order(found: Simulation, look: Look, title: str) -> dict[str, Any]:
    spoken = (lambda text: text) if title else said
    axis = spoken(sayable("Answers between two countries"))
    shown = [
        {
            "label": spoken(value["label"]),
            "effect": spoken(value["effect"]),
            "step": reform_effects.EFFECTS.index(value["effect"]),
            "count": value["count"],
            "axis": axis,
        }
        for value in values(found)
    ]
    return studio.order(reform_effects.__name__, shown, look, title=title)


def _counted(found: Simulation) -> Counter[tuple[Measure, Effect]]:
    return Counter((s.question.measure, s.effect) for s in found.shifts if not s.question.domestic)


_LINE = noted("{measure}: {tally}")
