"""The story of a case or request in sentences, made from ledger entries. An event without a sentence is not told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from comity.casework.rules import events
from comity.kernel.country import CountryCode
from comity.ledger.rules.entry import EntryView

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the story; `reason` holds somebody's own words, where there are any. `at` is in UTC."""

    at: datetime
    who: str
    sentence: str
    name: str
    subject: str
    reason: str = ""


def told(entries: Iterable[EntryView]) -> Iterator[Told]:
    """The story in the order of the entries."""
    for entry in entries:
        sentence = _SENTENCES.get(entry.name)
        if sentence is not None:
            reason = str(entry.payload.get("reason") or entry.payload.get("problem") or "")
            text = f"{entry.actor_display} {sentence(entry.payload)}."
            yield Told(entry.at, entry.actor_display, text, entry.name, entry.subject, reason)


def _drafted(payload: Payload) -> str:
    return f"drafted the request to {CountryCode(payload['requested_country']).english_name}"


def _edited(payload: Payload) -> str:
    count = len(payload["fields"])
    return f"edited {count} {'field' if count == 1 else 'fields'} (version {payload['version']})"


def _sent(payload: Payload) -> str:
    number = f", reference {payload['dispatch_reference']}" if payload["dispatch_reference"] else ""
    day = date.fromisoformat(payload["sent_on"])
    return f"noted that the request was sent on {day.day} {day:%B %Y} by {payload['channel']}{number}"


def _always(words: str) -> Callable[[Payload], str]:
    return lambda _payload: words


_SENTENCES: dict[str, Callable[[Payload], str]] = {
    events.CaseOpened.name: lambda payload: f"opened the case{' (restricted)' if payload['restricted'] else ''}",
    events.CaseMemberAdmitted.name: lambda payload: f"let {payload['username']} into the case",
    events.CaseNoteAdded.name: _always("added a note"),
    events.RequestDrafted.name: _drafted,
    events.RequestEdited.name: _edited,
    events.RequestSubmitted.name: _always("sent the request to approval"),
    events.RequestReturned.name: _always("returned the request for changes"),
    events.RequestApproved.name: lambda payload: f"approved the request (version {payload['version']})",
    events.RequestSigned.name: _always("signed the request"),
    events.RequestReleased.name: _always("read the signed document back: it is whole, and the request may be sent"),
    events.RequestHeld.name: _always("read the signed document back and holds it"),
    events.RequestSent.name: _sent,
    events.RequestWithdrawn.name: _always("withdrew the request"),
}
