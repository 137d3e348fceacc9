"""What reforms change, a bar for each measure or reform, in parts by effect. The number at its end is the whole."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import Look, Size, wrapped

EFFECTS = ("Opened", "Known to be open", "Better", "Faster", "Not yet known", "Worse")
"""In the order in which they are stacked; the same words as on the page."""


def draw(shown: list[dict[str, Any]], look: Look) -> Any:
    """`shown` has `label`, `effect`, its place among `EFFECTS` as `step`, `count`, and what is counted as `axis`;
    labels keep their order. All words are in the reader's language."""
    import altair as alt

    values = [{**value, "label": wrapped(value["label"], look)} for value in shown]
    order = list(dict.fromkeys(value["label"] for value in values))
    lines = max((label.count("|") + 1 for label in order), default=1)
    steps = dict(sorted({(value["step"], value["effect"]) for value in values}))
    present, colours = list(steps.values()), [look.steps[step] for step in steps]
    widest = max((sum(v["count"] for v in values if v["label"] == label) for label in order), default=0)
    base = alt.Chart({"values": values}).encode(
        y=alt.Y(
            "label:N",
            sort=order,
            title=None,
            axis=alt.Axis(labelExpr="split(datum.label, '|')", ticks=False, minExtent=look.margin),
        ),
        x=alt.X(
            "sum(count):Q",
            title=values[0]["axis"] if values else None,
            scale=alt.Scale(domain=[0, max(widest * 1.12, 1)], nice=False),
            axis=alt.Axis(format="d", tickMinStep=1, tickCount=5),
        ),
    )
    bar = base.mark_bar(height={"band": 0.75}, stroke=look.ground, strokeWidth=1.5).encode(
        color=alt.Color(
            "effect:N",
            sort=present,
            scale=alt.Scale(domain=present, range=colours),
            legend=alt.Legend(columns=look.letters // 8, columnPadding=18),
        ),
        order=alt.Order("step:Q"),
    )
    number = base.mark_text(align="left", dx=4, fontSize=12, color=look.ink).encode(
        text=alt.Text("sum(count):Q", format="d")
    )
    return (bar + number).properties(
        width=look.width, height=alt.Step(max(34 if look.size is Size.WIDE else 48, 14 * lines))
    )
