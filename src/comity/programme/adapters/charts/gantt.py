"""Bars over months: deep where the days are known, pale where only the months are, with a dashed rim where in doubt."""

from __future__ import annotations

import textwrap
from datetime import UTC, date, datetime, timedelta
from typing import Any

from comity.documents.adapters.pictures.look import LINE_BREAK, Look, Size, wrapped
from comity.stateofplay.adapters.charts.tone import ground

_MORE = 110
"""Pixels that a wide picture gives to long titles, and to the months."""
_LETTERS = 38
_MONTHS = 18
"""After so many, the axis counts in quarters, and after four times as many in years."""


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `label`, `from`, `to` (the last day), `tone`, `meaning`, `doubted`, `today` (empty if outside)."""
    import altair as alt

    shown = [_placed(number, value, look) for number, value in enumerate(values)]
    first, last = _first([value["from"] for value in values]), _after([value["to"] for value in values])
    x = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(type="utc", domain=[first, last], nice=False),
        axis=_axis(first, last, look),
    )
    breaks = sorted(value["row"].count(LINE_BREAK) for value in shown)
    split = f"split(split(datum.label, '#')[1], '{LINE_BREAK}')"
    y = alt.Y(
        "row:N",
        sort=[value["row"] for value in shown],
        title=None,
        axis=alt.Axis(
            labelExpr=split,
            ticks=False,
            domain=False,
            grid=False,
            labelOffset=-7 * breaks[len(breaks) // 2] if breaks else 0,
            minExtent=look.margin + (_MORE if look.size is Size.WIDE else 0),
        ),
    )
    base = alt.Chart({"values": shown}).encode(y=y)
    bar = base.mark_bar(height={"band": 0.62}, cornerRadius=3).encode(x=x, x2="end:T", color=ground(shown, look))
    rim = (
        base.transform_filter("datum.doubted")
        .mark_bar(
            height={"band": 0.62},
            cornerRadius=3,
            fillOpacity=0,
            stroke=look.tones["gap"][0],
            strokeWidth=2,
            strokeDash=[5, 3],
        )
        .encode(x=x, x2="end:T")
    )
    word = (
        base.transform_filter("datum.doubted")
        .mark_text(align="left", dx=6, fontSize=11, color=look.ink)
        .encode(x=alt.X("end:T"), text=alt.value("unconfirmed" if look.size is Size.WIDE else "?"))
    )
    layers = [bar, rim, word]
    today = next((value["today"] for value in values if value["today"]), "")
    if today:
        mark = alt.Chart({"values": [{"start": _moment(today)}]})
        layers.append(mark.mark_rule(stroke=look.ink, strokeWidth=1.5, strokeDash=[2, 2]).encode(x=x))
    return alt.layer(*layers).properties(
        width=look.width + (_MORE if look.size is Size.WIDE else 0), height=alt.Step(30 + 12 * max(breaks, default=0))
    )


def _placed(number: int, value: dict[str, Any], look: Look) -> dict[str, Any]:
    """With the moments between which it is drawn; titles that are the same stay rows of their own."""
    return {
        **value,
        "row": f"{number:04d}#{_label(value['label'], look)}",
        "start": _moment(value["from"]),
        "end": _moment(value["to"], days=1),
    }


def _label(title: str, look: Look) -> str:
    """Two lines on a wide picture, three short ones on a narrow one."""
    plain = title.replace("#", " ").replace(LINE_BREAK, "/")
    if look.size is Size.NARROW:
        return wrapped(plain, look)
    lines = textwrap.wrap(plain, _LETTERS) or [""]
    return LINE_BREAK.join([lines[0], f"{lines[1]} …" if len(lines) > 2 else lines[1]] if len(lines) > 1 else lines)  # noqa: PLR2004


def _axis(first: int, last: int, look: Look) -> Any:
    import altair as alt

    months = (last - first) / 86_400_000 / 30.4
    if months > 4 * _MONTHS:
        return alt.Axis(tickCount="year", format="%Y", grid=True, labelOverlap=True)
    step = 3 if months > _MONTHS or (look.size is Size.NARROW and months > _MONTHS // 3) else 1
    year = "utcFormat(datum.value, '%m') == '01' || datum.index == 0 ? utcFormat(datum.value, '%Y') : ''"
    return alt.Axis(
        tickCount={"interval": "month", "step": step},
        labelExpr=f"[utcFormat(datum.value, '%b'), {year}]",
        grid=True,
        labelAlign="left",
        labelOverlap=True,
    )


def _first(days: list[str]) -> int:
    return _moment(min(days, default="2000-01-01")[:8] + "01")


def _after(days: list[str]) -> int:
    """The first moment of the month after the last day."""
    last = date.fromisoformat(max(days, default="2000-01-31"))
    return _moment((last.replace(day=1) + timedelta(days=32)).isoformat()[:8] + "01")


def _moment(day: str, *, days: int = 0) -> int:
    """Milliseconds, as the engine counts time."""
    found = datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(days=days)
    return int(found.timestamp() * 1000)
