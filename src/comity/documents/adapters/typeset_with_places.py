"""A letter with room at its end for visible signatures, and where that room is.

What draws the room stands beside the form, in its version's folder, and is frozen with it: a letter with places can be
set again as it was. What fills a place later, the stamp, is drawn once, when somebody signs (`stamp`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from comity.documents.adapters.stamp_places import Place, with_places
from comity.documents.adapters.typesetting import beside_form, given, places_of, typeset, typeset_again
from comity.documents.rules.letter import Letter

MOST = 12


def room_for(kind: str, version: int, count: int) -> str:
    """Typst that keeps places for `count` signatures at the end of this form, under a title that the form knows; none
    for none, and for the first two versions, which have no room."""
    drawn = beside_form(kind, version, "room.typ") if count else ""
    return f"#let count = {min(count, MOST)}\n{drawn}" if drawn else ""


def typeset_with_places(letter: Letter, attachment: bytes, count: int) -> bytes:
    """The letter as `typeset` gives it, with places for `count` signatures. Raises NotPrintable."""
    room = room_for(letter.kind, letter.version, count)
    return with_places(typeset(letter, attachment, room=room), _places(given(letter), room))


def typeset_with_places_again(kept: Mapping[str, Any], attachment: str, count: int) -> bytes:
    """The same, from what the letter's form was once given."""
    room = room_for(kept["kind"], kept["version"], count)
    return with_places(typeset_again(kept, attachment, room=room), _places(kept, room))


def _places(kept: Mapping[str, Any], room: str) -> list[Place]:
    found = json.loads(places_of(kept, "<signature-place>", room))
    return [
        Place(spot["page"], _points(spot["x"]), _points(spot["y"]), _points(width), _points(height))
        for spot, width, height in (one["value"] for one in found)
    ]


def _points(text: str) -> float:
    return float(text.removesuffix("pt"))
