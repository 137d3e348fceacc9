"""The process that draws: reads orders as lines of JSON, answers each with a picture. Ends when idle or orphaned.

Run as `python -m comity.documents.adapters.pictures.press`. Knows no Django, no database and no network.
"""

from __future__ import annotations

import json
import select
import sys
from functools import lru_cache
from importlib import import_module
from typing import Any, BinaryIO

from comity.documents.adapters.pictures.look import FONT, PAPER, Look, Shade, Size, config

IDLE = 120.0
"""Seconds without an order after which the process ends and gives its memory back."""
MOST = 500
"""Pictures after which it ends: the engine's memory grows with each."""
DONE, FAILED = b"+", b"-"
HEAD = 9
"""Bytes before an answer: one that says how it went, and eight hexadecimal digits for its length."""


SHARP = 3.0
"""How many points of a PNG make one of its SVG: sharp on paper and on a wall."""


def picture(order: dict[str, Any]) -> bytes:
    """What `order` describes: `drawn_by` (the module of the chart), `values`, `shade`, `size`, `title`, empty for none.

    With `fonts`, the folder of the letters' fonts, for paper; `form` is then “svg” or “png”.
    """
    import vl_convert

    look = Look(Shade(order["shade"]), Size(order["size"]))
    chart = import_module(order["drawn_by"]).draw(order["values"], look)
    if order["title"]:
        chart = chart.properties(title=order["title"])
    folder = order.get("fonts", "")
    if folder:
        _know(folder)
    spec = {**chart.to_dict(), "config": config(look, PAPER if folder else FONT)}
    if order.get("form") == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=SHARP))
    return str(vl_convert.vegalite_to_svg(spec)).encode()


@lru_cache(maxsize=4)
def _know(folder: str) -> None:
    import vl_convert

    vl_convert.register_font_directory(folder)


def work(orders: BinaryIO, answers: BinaryIO, *, idle: float = IDLE, most: int = MOST) -> None:
    """Answer order after order. A picture that fails is answered too, with the reason."""
    for _ in range(most):
        if not select.select([orders], [], [], idle)[0]:
            return
        line = orders.readline()
        if not line:
            return
        try:
            state, answer = DONE, picture(json.loads(line))
        except Exception as problem:  # noqa: BLE001  whatever it is, the page must hear of it
            state, answer = FAILED, f"{type(problem).__name__}: {problem}".encode()
        answers.write(state + f"{len(answer):08x}".encode() + answer)
        answers.flush()


def warm() -> None:
    """Load the engine, which takes longer than any picture."""
    import altair
    import vl_convert

    vl_convert.vegalite_to_svg({**altair.Chart({"values": [{"a": 1}]}).mark_point().encode(x="a:Q").to_dict()})


if __name__ == "__main__":
    warm()
    work(sys.stdin.buffer, sys.stdout.buffer)
