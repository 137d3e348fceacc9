"""Boxes that lead to one another: in columns from left to right on a desk, as an indented tree on a phone."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import Any

from comity.documents.adapters.pictures.look import LINE_BREAK, Look, Size

STEPS = ("activity", "output", "result", "objective")
HEADS = ("Activities", "Outputs", "Expected results", "Objective")
LINE, PAD, GAP = 14, 8, 10
"""Pixels of a line of text, around a text, and between boxes."""
TYPE = 11.5


@dataclass
class Box:
    """A box with those that lead to it, and its place once it has one."""

    id: str
    step: str
    lines: list[str]
    below: list[Box] = field(default_factory=list)
    x: float = 0
    y: float = 0
    width: float = 0

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + 2 * PAD


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `id`, `to` (empty for the box that all leads to), `step`, `text`."""
    import altair as alt

    wide = look.size is Size.WIDE
    letters, most = (28, 6) if wide else (33, 5)
    boxes = {value["id"]: Box(value["id"], value["step"], _lines(value["text"], letters, most)) for value in values}
    goal = next(boxes[value["id"]] for value in values if not value["to"])
    for value in values:
        if value["to"]:
            boxes[value["to"]].below.append(boxes[value["id"]])
    width, height, edges = _columns(goal) if wide else _tree(goal)
    scale_x, scale_y = alt.Scale(domain=[0, width], nice=False), alt.Scale(domain=[height, 0], nice=False)
    across: dict[str, Any] = {"scale": scale_x, "axis": None}
    down: dict[str, Any] = {"scale": scale_y, "axis": None}
    shown = [
        {
            "left": box.x,
            "right": box.x + box.width,
            "top": box.y,
            "bottom": box.y + box.height,
            "text": LINE_BREAK.join(box.lines),
            "tx": box.x + PAD,
            "ty": box.y + PAD + LINE / 2 - 6,
            "step": HEADS[STEPS.index(box.step)],
        }
        for box in boxes.values()
    ]
    present = [head for head in HEADS if any(one["step"] == head for one in shown)]
    tones = dict(zip(HEADS, _tones(look), strict=True))
    lines = (
        alt.Chart({"values": _corners(edges)})
        .mark_line(color=look.soft, strokeWidth=1.5)
        .encode(x=alt.X("x:Q", **across), y=alt.Y("y:Q", **down), detail="line:N", order="order:Q")
    )
    base = alt.Chart({"values": shown})
    rect = base.mark_rect(stroke=look.line, strokeWidth=1, cornerRadius=5).encode(
        x=alt.X("left:Q", **across),
        x2="right:Q",
        y=alt.Y("top:Q", **down),
        y2="bottom:Q",
        color=alt.Color(
            "step:N",
            scale=alt.Scale(domain=present, range=[tones[head][0] for head in present]),
            legend=alt.Legend(columns=4 if wide else 2, columnPadding=24),
        ),
    )
    text = base.mark_text(align="left", baseline="top", fontSize=TYPE, lineBreak=LINE_BREAK, lineHeight=LINE).encode(
        x=alt.X("tx:Q", **across),
        y=alt.Y("ty:Q", **down),
        text="text:N",
        color=alt.Color(
            "step:N", scale=alt.Scale(domain=present, range=[tones[head][1] for head in present]), legend=None
        ),
    )
    return (
        alt.layer(lines, rect, text).resolve_scale(color="independent").properties(width=width, height=max(height, 40))
    )


def _tones(look: Look) -> list[tuple[str, str]]:
    """From pale to deep, as one leads to the next; with the letters that can be read on each."""
    tones = look.tones
    deepest = (look.steps[0], tones["good"][1])
    return [tones["unknown"], tones["part"], tones["good"], deepest]


def _lines(text: str, letters: int, most: int) -> list[str]:
    """The text in lines; the table beside the picture has it whole."""
    lines = textwrap.wrap(text.replace(LINE_BREAK, "/"), letters) or [""]
    if len(lines) <= most:
        return lines
    last = lines[most - 1] if len(lines[most - 1]) <= letters - 2 else lines[most - 1].rpartition(" ")[0]
    return [*lines[: most - 1], f"{last} …"]


Edges = list[list[tuple[float, float]]]
"""Each edge as the corners that it passes."""


def _corners(edges: Edges) -> list[dict[str, float]]:
    return [
        {"line": line, "order": order, "x": x, "y": y}
        for line, corners in enumerate(edges)
        for order, (x, y) in enumerate(corners)
    ]


COLUMN, BETWEEN = 218, 34


def _columns(goal: Box) -> tuple[float, float, Edges]:
    """Each box in the column of its step, halfway beside what leads to it. Columns that are empty take no room."""
    steps = [step for step in STEPS if any(box.step == step for box in _all(goal))]
    free = dict.fromkeys(steps, 0.0)

    def place(box: Box, top: float) -> float:
        """Places the box and all that leads to it from `top` on; where they end."""
        end = top
        for other in box.below:
            end = place(other, end) + GAP
        end = max(end - GAP if box.below else top, top)
        middle = (box.below[0].y + box.below[-1].y + box.below[-1].height) / 2 if box.below else top + box.height / 2
        box.x, box.width = steps.index(box.step) * (COLUMN + BETWEEN), COLUMN
        box.y = max(middle - box.height / 2, free[box.step], top if not box.below else 0)
        free[box.step] = box.y + box.height + GAP
        return max(end, box.y + box.height)

    height = place(goal, 0)
    edges = [_elbow(other, box) for box in _all(goal) for other in box.below]
    return len(steps) * COLUMN + (len(steps) - 1) * BETWEEN, height, edges


def _elbow(left: Box, right: Box) -> list[tuple[float, float]]:
    start, end = left.x + left.width, right.x
    bend = end - BETWEEN / 2
    y, to = left.y + left.height / 2, right.y + right.height / 2
    return [(start, y), (bend, y), (bend, to), (end, to)]


TREE, INDENT = 300, 16


def _tree(goal: Box) -> tuple[float, float, Edges]:
    """The objective first, and below each box what leads to it, a step further in."""
    edges: Edges = []

    def place(box: Box, depth: int, top: float) -> float:
        box.x, box.y, box.width = depth * INDENT, top, TREE - depth * INDENT
        end = top + box.height
        for other in box.below:
            end = place(other, depth + 1, end + GAP)
            middle = other.y + PAD + LINE / 2
            edges.append([(box.x + INDENT / 2, box.y + box.height), (box.x + INDENT / 2, middle), (other.x, middle)])
        return end

    return TREE, place(goal, 0, 0), edges


def _all(box: Box) -> list[Box]:
    return [box, *(one for other in box.below for one in _all(other))]
