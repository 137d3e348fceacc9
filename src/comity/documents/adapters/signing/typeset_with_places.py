"""A letter with room at its end for visible signatures, and where that room is.

What draws the room stands beside the form, in its version's folder, and is frozen with it: a letter with places can be
set again as it was. What fills a place later, the stamp, is drawn once, when somebody signs (`stamp`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from comity.documents.adapters.signing.stamp_places import Place, with_places
from comity.documents.adapters.typesetting.letters import beside_form, given, places_of, typeset, typeset_again
from comity.documents.rules.letter import Letter

MOST = 12

ROOM = 2
"""The version of the room that new letters have. A letter is set again with the version that it has: in the first, a
title could stay behind at the end of a page."""
_DRAWN_BY = {1: "room.typ", 2: "room-2.typ"}


def room_for(kind: str, version: int, count: int, room: int = ROOM) -> str:
    """Typst that keeps places for `count` signatures at the end of this form, under a title that the form knows; none
    for none, and for the first two versions of a form, which have no room."""
    drawn = beside_form(kind, version, _DRAWN_BY[room]) if count else ""
    return f"#let count = {min(count, MOST)}\n{drawn}" if drawn else ""


def given_with_places(letter: Letter, count: int) -> dict[str, Any]:
    """What must be kept to set the letter again: what its form was given, and the version of the room."""
    return given(letter) | ({"room": ROOM} if count else {})


def room_of(kept: Mapping[str, Any], count: int) -> str:
    """The room that a letter was set with."""
    return room_for(kept["kind"], kept["version"], count, kept.get("room", 1))


def typeset_with_places(letter: Letter, attachment: bytes, count: int) -> bytes:
    """The letter as `typeset` gives it, with places for `count` signatures. Raises NotPrintable."""
    room = room_for(letter.kind, letter.version, count)
    return with_places(typeset(letter, attachment, room=room), _places(given(letter), room))


def typeset_with_places_again(kept: Mapping[str, Any], attachment: str, count: int) -> bytes:
    """The same, from what the letter's form was once given."""
    room = room_of(kept, count)
    return with_places(typeset_again(kept, attachment, room=room), _places(kept, room))


def _places(kept: Mapping[str, Any], room: str) -> list[Place]:
    found = json.loads(places_of(kept, "<signature-place>", room))
    return [
        Place(spot["page"], _points(spot["x"]), _points(spot["y"]), _points(width), _points(height))
        for spot, width, height in (one["value"] for one in found)
    ]


def _points(text: str) -> float:
    return float(text.removesuffix("pt"))
