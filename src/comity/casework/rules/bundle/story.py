"""What became of a request's attachments, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.bundle.events import (
    AttachmentAdded,
    AttachmentReceived,
    AttachmentRemoved,
    TranslationMoved,
    TranslationOrdered,
)
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.kernel.language import language_name

Payload = Mapping[str, Any]


def _added(payload: Payload) -> str:
    return f"attached file {payload['number']}: {Nature(payload['sort']).label.lower()} (version {payload['version']})"


def _received(payload: Payload) -> str:
    listed = ", which the letter lists" if payload["listed"] else ""
    return f"kept a file that belongs to it: {Nature(payload['sort']).label.lower()}{listed}"


def _removed(payload: Payload) -> str:
    return f"took out file {payload['number']} again (version {payload['version']})"


def _ordered(payload: Payload) -> str:
    of = f"file {payload['of']}" if payload["of"] else "the letter"
    day = date.fromisoformat(payload["due_on"]) if payload["due_on"] else None
    due = f", due on {day.day} {day:%B %Y}" if day else ""
    return f"ordered a sworn translation of {of} into {language_name(payload['language'])}{due}"


def _moved(payload: Payload) -> str:
    into = f"the sworn translation into {language_name(payload['language'])}"
    return f"noted that {into} {_MOVED[TranslationState(payload['state'])]}"


_MOVED = {
    TranslationState.ORDERED: "is ordered",
    TranslationState.DELIVERED: "was delivered",
    TranslationState.CERTIFIED: "is certified",
    TranslationState.REDO: "must be done again",
    TranslationState.CANCELLED: "is not needed any more",
}

SENTENCES: dict[str, Callable[[Payload], str]] = {
    AttachmentAdded.name: _added,
    AttachmentReceived.name: _received,
    AttachmentRemoved.name: _removed,
    TranslationOrdered.name: _ordered,
    TranslationMoved.name: _moved,
}
"""What follows the name of whoever recorded it, by the event's name."""
