"""How long it took: from the median to the 90th percentile, on a scale on which minutes and months both have room."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.statistics.duration import in_words
from comity.casework.rules.statistics.figures import Figures
from comity.casework.rules.statistics.findings import times_finding, times_in_words
from comity.documents.adapters.pictures.look import SIDES, Look

title = times_finding


def values(found: Figures) -> list[dict[str, Any]]:
    """One line a stage and direction; a stage that no request reached is left out."""
    order = list(dict.fromkeys(one.label for one in found.times))
    shown = [
        {
            "label": one.label,
            "side": one.direction.label,
            "median": max(one.median, 1),
            "ninetieth": max(one.ninetieth, 1),
            "words": _words(one.median, one.ninetieth),
        }
        for one in found.times
        if one.median is not None and one.ninetieth is not None
    ]
    return sorted(shown, key=lambda value: order.index(str(value["label"])))


def _words(median: int, ninetieth: int) -> str:
    return in_words(median) if median == ninetieth else f"{in_words(median)} – {in_words(ninetieth)}"


def words(found: Figures) -> str:
    return times_in_words(found.times)


def draw(shown: list[dict[str, Any]], look: Look) -> Any:
    """A dot at the median, a line to the 90th percentile, both in words above it."""
    import altair as alt

    order = list(dict.fromkeys(value["label"] for value in shown))
    sides = [side for side in SIDES if any(value["side"] == side for value in shown)]
    colours = [look.sides[SIDES.index(side)] for side in sides]
    scale = alt.Scale(type="log", domain=[1, max([1440, *(value["ninetieth"] for value in shown)]) * 8], nice=False)
    base = alt.Chart({"values": shown}).encode(
        y=alt.Y(
            "label:N", sort=order, title=None, axis=alt.Axis(ticks=False, domain=False, minExtent=look.margin * 2 // 3)
        ),
        yOffset=alt.YOffset("side:N", sort=sides),
        color=alt.Color("side:N", scale=alt.Scale(domain=sides, range=colours)),
    )
    axis = alt.Axis(
        values=[1, 60, 1440, 10080, 43200, 525600],
        labelOverlap="greedy",
        labelSeparation=8,  # a month stands close to a week
        labelExpr=(
            "datum.value == 1 ? '1 min' : datum.value == 60 ? '1 hour' : datum.value == 1440 ? '1 day' : "
            "datum.value == 10080 ? '1 week' : datum.value == 43200 ? '30 days' : '1 year'"
        ),
    )
    x = alt.X("median:Q", title="Median (dot) to 90th percentile, logarithmic", scale=scale, axis=axis)
    line = base.mark_rule(strokeWidth=4, opacity=0.45).encode(x=x, x2="ninetieth:Q")
    dot = base.mark_circle(size=110, opacity=1).encode(x=x)
    note = base.mark_text(align="left", dx=0, dy=-11, fontSize=11).encode(
        x=x, text="words:N", color=alt.value(look.ink)
    )
    return (line + dot + note).properties(width=look.width, height=alt.Step(34))
