"""Requests a month, in and out."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.figures import Figures
from comity.casework.rules.statistics.findings import both_ways, requests_finding
from comity.documents.adapters.pictures.look import SIDES, Look, Size
from comity.kernel.day_words import month_words

_NAME = "timeFormat(toDate(datum.value + '-15'), '%b')"
_DATED = f"[{_NAME}, slice(datum.value, 0, 4)]"
_NAMED = f"slice(datum.value, 5) == '01' || datum.index == 0 ? {_DATED} : {_NAME}"
"""A month's label: its name, with the year below it where one begins; on a phone, where some are left out, always."""

title = requests_finding


def values(found: Figures) -> list[dict[str, Any]]:
    """One bar a month and direction."""
    return [
        {"month": f"{month.month:%Y-%m}", "side": direction.label, "count": count}
        for month in found.months
        for direction, count in ((Direction.OUTGOING, month.outgoing), (Direction.INCOMING, month.incoming))
        if direction in found.asked.directions
    ]


def words(found: Figures) -> str:
    """Every bar in words."""
    return "; ".join(both_ways(month_words(month.month), month.outgoing, month.incoming) for month in found.months)


def draw(shown: list[dict[str, Any]], look: Look) -> Any:
    """Columns side by side; of many months every few are named."""
    import altair as alt

    sides = [side for side in SIDES if any(value["side"] == side for value in shown)]
    return (
        alt.Chart({"values": shown})
        .mark_bar()
        .encode(
            x=alt.X(
                "month:O",
                title=None,
                axis=alt.Axis(
                    labelExpr=_NAMED if look.size is Size.WIDE else _DATED,
                    labelAngle=0,
                    labelOverlap=True,
                    ticks=False,
                ),
            ),
            xOffset=alt.XOffset("side:N", sort=sides),
            y=alt.Y("count:Q", title="Requests", axis=alt.Axis(format="d", tickMinStep=1, tickCount=5, domain=False)),
            color=alt.Color(
                "side:N",
                scale=alt.Scale(domain=sides, range=[look.sides[SIDES.index(side)] for side in sides]),
            ),
        )
        .properties(width=470 if look.size is Size.WIDE else 270, height=210)
    )
