"""Stacked bars with their numbers in them: how many of what, a bar a name."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import LINE_BREAK, Look, Size, wrapped
from comity.stateofplay.adapters.charts.tone import ORDER, ground, letters


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `label`, `tone`, `meaning`, `count`; of one label in the order of tones."""
    import altair as alt

    shown = _placed(values, look)
    labels = list(dict.fromkeys(value["label"] for value in shown))
    widest = max((value["to"] for value in shown), default=1)
    split = f"split(datum.label, '{LINE_BREAK}')"
    y = alt.Y(
        "label:N",
        sort=labels,
        title=None,
        axis=alt.Axis(labelExpr=split, ticks=False, domain=False, minExtent=look.margin),
    )
    scale = alt.Scale(domain=[0, widest], nice=False)
    base = alt.Chart({"values": shown}).encode(y=y)
    bar = base.mark_bar(height={"band": 0.82}, stroke=look.ground, strokeWidth=2).encode(
        x=alt.X("from:Q", scale=scale, axis=None), x2="to:Q", color=ground(shown, look)
    )
    number = base.mark_text(fontSize=12).encode(
        x=alt.X("middle:Q", scale=scale, axis=None), text="written:N", color=letters(look)
    )
    return (
        alt.layer(bar, number)
        .resolve_scale(color="independent")
        .properties(
            width=look.width + (60 if look.size is Size.WIDE else 0),
            height=alt.Step(36 if look.size is Size.WIDE else 48),
        )
    )


def _placed(values: list[dict[str, Any]], look: Look) -> list[dict[str, Any]]:
    """Each part with where it begins and ends; a number that has no room is left to the table."""
    whole: dict[str, int] = {}
    for value in values:
        whole[value["label"]] = whole.get(value["label"], 0) + value["count"]
    room = max(whole.values(), default=1) / look.width
    shown = []
    for label in whole:
        end = 0
        own = [value for value in values if value["label"] == label]
        for value in sorted(own, key=lambda value: ORDER.index(value["tone"])):
            start, end = end, end + value["count"]
            written = f"{value['count']:,}"
            fits = value["count"] >= room * _DIGIT * len(written)
            place = {"from": start, "to": end, "middle": (start + end) / 2, "written": written if fits else ""}
            shown.append({**value, **place, "label": wrapped(label, look)})
    return shown


_DIGIT = 9
"""Pixels that a digit takes."""
