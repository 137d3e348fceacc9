"""Ranked bars, one or two a line: what several charts are made of. The number stands at the end of its bar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.casework.rules.statistics.figures import Asked, Line
from comity.documents.adapters.pictures.look import SIDES, Look, wrapped

MOST = 12
"""Lines that a chart shows; the table shows all."""


def bars(lines: Iterable[Line], asked: Asked) -> list[dict[str, Any]]:
    """The first lines as values, in the directions asked for; the engine keeps their order."""
    return [
        {"label": line.label, "side": direction.label, "count": line.of(direction)}
        for line in tuple(lines)[:MOST]
        for direction in asked.directions
    ]


def whole(widest: int) -> list[int] | None:
    """The marks of an axis of few requests; None where there are enough for the engine to find whole ones itself."""
    return list(range(max(widest, 1) + 1)) if widest < _FEW else None


_FEW = 5


def ranked(values: list[dict[str, Any]], look: Look, what: str) -> Any:
    """The chart; `what` names the axis."""
    import altair as alt

    shown = [{**value, "label": wrapped(value["label"], look)} for value in values]
    order = list(dict.fromkeys(value["label"] for value in shown))
    sides = [side for side in SIDES if any(value["side"] == side for value in shown)]
    colours = [look.sides[SIDES.index(side)] for side in sides]
    widest = max((value["count"] for value in shown), default=0)
    base = alt.Chart({"values": shown}).encode(
        y=alt.Y(
            "label:N",
            sort=order,
            title=None,
            axis=alt.Axis(labelExpr="split(datum.label, '|')", ticks=False, minExtent=look.margin),
        ),
        yOffset=alt.YOffset("side:N", sort=sides),
        x=alt.X(
            "count:Q",
            title=what,
            scale=alt.Scale(domain=[0, max(widest * 1.12, 1)], nice=False),
            axis=alt.Axis(format="d", tickCount=5, values=whole(widest) or alt.Undefined),
        ),
    )
    bar = base.mark_bar(height={"band": 0.85}).encode(
        color=alt.Color("side:N", scale=alt.Scale(domain=sides, range=colours))
    )
    number = base.mark_text(align="left", dx=4, fontSize=12, color=look.ink).encode(
        text=alt.Text("count:Q", format="d")
    )
    return (bar + number).properties(width=look.width, height=alt.Step(34 if len(sides) == 1 else 18))
