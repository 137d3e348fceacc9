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
from comity.kernel.day_words import day_words
from comity.kernel.language_words import language_words
from comity.kernel.words import noted, say

Payload = Mapping[str, Any]


def _added(payload: Payload, who: str) -> str:
    return say(
        "{who} attached file {number}: {nature} (version {version}).",
        who=who,
        number=payload["number"],
        nature=_nature(payload),
        version=payload["version"],
    )


def _received(payload: Payload, who: str) -> str:
    if payload["listed"]:
        return say(
            "{who} kept a file that belongs to it: {nature}, which the letter lists.", who=who, nature=_nature(payload)
        )
    return say("{who} kept a file that belongs to it: {nature}.", who=who, nature=_nature(payload))


def _removed(payload: Payload, who: str) -> str:
    return say(
        "{who} took out file {number} again (version {version}).",
        who=who,
        number=payload["number"],
        version=payload["version"],
    )


def _ordered(payload: Payload, who: str) -> str:
    of = say("file {number}", number=payload["of"]) if payload["of"] else say("the letter")
    into = language_words(payload["language"])
    if payload["due_on"]:
        return say(
            "{who} ordered a sworn translation of {what} into {language}, due on {day}.",
            who=who,
            what=of,
            language=into,
            day=day_words(date.fromisoformat(payload["due_on"])),
        )
    return say("{who} ordered a sworn translation of {what} into {language}.", who=who, what=of, language=into)


def _moved(payload: Payload, who: str) -> str:
    told = _MOVED[TranslationState(payload["state"])]
    return say(told, who=who, language=language_words(payload["language"]))


def _nature(payload: Payload) -> str:
    label = say(Nature(payload["sort"]).label)
    return label[:1].lower() + label[1:]


_MOVED = {
    TranslationState.ORDERED: noted("{who} noted that the sworn translation into {language} is ordered."),
    TranslationState.DELIVERED: noted("{who} noted that the sworn translation into {language} was delivered."),
    TranslationState.CERTIFIED: noted("{who} noted that the sworn translation into {language} is certified."),
    TranslationState.REDO: noted("{who} noted that the sworn translation into {language} must be done again."),
    TranslationState.CANCELLED: noted("{who} noted that the sworn translation into {language} is not needed any more."),
}

SENTENCES: dict[str, Callable[[Payload, str], str]] = {
    AttachmentAdded.name: _added,
    AttachmentReceived.name: _received,
    AttachmentRemoved.name: _removed,
    TranslationOrdered.name: _ordered,
    TranslationMoved.name: _moved,
}
"""By the event's name; each takes the event's payload and whoever recorded it."""
