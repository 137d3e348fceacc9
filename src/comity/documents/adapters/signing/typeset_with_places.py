"""A letter with room at its end for visible signatures, and where that room is. The form itself stays as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from comity.documents.adapters.signing.stamp_places import Place, with_places
from comity.documents.adapters.typesetting.letters import given, places_of, typeset, typeset_again
from comity.documents.rules.letter import Letter

MOST = 12
_HEIGHT = 58.0

_ROOM = """
#let signature-place = layout(room => block(width: 100%, height: {height}pt, stroke: 0.4pt + luma(70%), radius: 2pt, {{
  place(context [#metadata((here().position(), room.width)) <signature-place>])
}}))
#block(above: 1.6em, breakable: false, {together}width: 100%, text(size: 8.5pt, weight: 700, title))
#for row in range(calc.ceil({count} / 2)) {{
  block(above: 0.7em, breakable: false, width: 100%, grid(
    columns: (1fr, 1fr), column-gutter: 1.2em,
    ..range(calc.min(2, {count} - 2 * row)).map(_ => signature-place),
  ))
}}
"""


ROOM = 2
"""The version of this room that new letters have. A letter is set again with the version that it has: in the first, a
title could stay behind at the end of a page."""
_TOGETHER = {1: "", 2: "sticky: true, "}


def room_for(count: int, version: int = ROOM) -> str:
    """Typst that keeps places for `count` signatures, two a row, under a title that the form knows; none for none."""
    return _ROOM.format(height=_HEIGHT, count=min(count, MOST), together=_TOGETHER[version]) if count else ""


def given_with_places(letter: Letter, count: int) -> dict[str, Any]:
    """What must be kept to set the letter again: what its form was given, and the version of the room."""
    return given(letter) | ({"room": ROOM} if count else {})


def room_of(kept: Mapping[str, Any], count: int) -> str:
    """The room that a letter was set with."""
    return room_for(count, kept.get("room", 1))


def typeset_with_places(letter: Letter, attachment: bytes, count: int) -> bytes:
    """The letter as `typeset` gives it, with places for `count` signatures. Raises NotPrintable."""
    pdf = typeset(letter, attachment, room=room_for(count))
    return with_places(pdf, _places(given_with_places(letter, count), count))


def typeset_with_places_again(kept: Mapping[str, Any], attachment: str, count: int) -> bytes:
    """The same, from what the letter's form was once given."""
    return with_places(typeset_again(kept, attachment, room=room_of(kept, count)), _places(kept, count))


def _places(kept: Mapping[str, Any], count: int) -> list[Place]:
    found = json.loads(places_of(kept, "<signature-place>", room_of(kept, count)))
    return [
        Place(spot["page"], _points(spot["x"]), _points(spot["y"]), _points(width), _HEIGHT)
        for spot, width in (one["value"] for one in found)
    ]


def _points(text: str) -> float:
    return float(text.removesuffix("pt"))
