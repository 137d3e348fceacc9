"""The story of a case or request in sentences, made from ledger entries. An event without a sentence is not told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from comity.casework.rules import events
from comity.casework.rules.arrival.story import SENTENCES as ABOUT_ARRIVALS
from comity.casework.rules.bundle.story import SENTENCES as ABOUT_ATTACHMENTS
from comity.casework.rules.clock_story import SENTENCES as ABOUT_CLOCKS
from comity.casework.rules.duty.story import SENTENCES as ABOUT_CALLS
from comity.casework.rules.handling.events import EventCorrected, FollowUpMoved, RequestRegistered
from comity.casework.rules.handling.story import step_sentence, step_words
from comity.casework.rules.letter_languages import names_of
from comity.casework.rules.signing_story import SENTENCES as ABOUT_SIGNATURES
from comity.kernel.country import CountryCode
from comity.ledger.rules.entry import EntryView

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the story; `reason` holds somebody's own words, where there are any. `at` is when it was recorded,
    `happened_at` when it happened where the entry says so, as last corrected; both in UTC."""

    at: datetime
    who: str
    sentence: str
    name: str
    subject: str
    reason: str = ""
    happened_at: datetime | None = None


def told(entries: Iterable[EntryView]) -> Iterator[Told]:
    """The story in the order of the entries. Whose steps they were follows from whether the request was registered."""
    every = list(entries)
    incoming = {entry.subject for entry in every if entry.name == RequestRegistered.name}
    corrected = {
        entry.payload["corrects"]: entry.payload["happened_at"] for entry in every if entry.name == EventCorrected.name
    }
    for entry in every:
        sentence = _sentence(entry, ours=entry.subject in incoming)
        if sentence:
            happened = corrected.get(entry.sequence) or _happened(entry)
            yield Told(
                entry.at,
                entry.actor_display,
                f"{entry.actor_display} {sentence}.",
                entry.name,
                entry.subject,
                str(entry.payload.get("reason") or entry.payload.get("problem") or step_words(entry.payload)),
                datetime.fromisoformat(happened) if happened else None,
            )


def _happened(entry: EntryView) -> str | None:
    """A follow-up was sent on a day, which the page of the follow-up tells: here it is told when it was recorded."""
    return None if entry.name == FollowUpMoved.name else entry.payload.get("happened_at")


def _sentence(entry: EntryView, *, ours: bool) -> str | None:
    tell = _SENTENCES.get(entry.name)
    return tell(entry.payload) if tell else step_sentence(entry.name, entry.payload, ours=ours)


def _drafted(payload: Payload) -> str:
    return f"drafted the request to {CountryCode(payload['requested_country']).in_sentence}"


def _edited(payload: Payload) -> str:
    count = len(payload["fields"])
    return f"edited {count} {'field' if count == 1 else 'fields'} (version {payload['version']})"


def _taken(payload: Payload) -> str:
    told = f", which gives its reference as {payload['said_reference']}" if payload["said_reference"] else ""
    return f"took what it says from a file{told}"


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
    events.DraftTakenFromFile.name: _taken,
    events.RequestEdited.name: _edited,
    events.RequestLanguagesChosen.name: lambda payload: f"chose {names_of(payload['languages'])} for the letter",
    events.RequestSubmitted.name: _always("sent the request to approval"),
    events.RequestReturned.name: _always("returned the request for changes"),
    events.RequestApproved.name: lambda payload: f"approved the request (version {payload['version']})",
    events.RequestSigned.name: _always("signed the request"),
    events.RequestReleased.name: _always("read the signed document back: it is whole, and the request may be sent"),
    events.RequestHeld.name: _always("read the signed document back and holds it"),
    events.RequestSent.name: _sent,
    events.RequestWithdrawn.name: _always("withdrew the request"),
    **ABOUT_ARRIVALS,
    **ABOUT_ATTACHMENTS,
    **ABOUT_CALLS,
    **ABOUT_CLOCKS,
    **ABOUT_SIGNATURES,
}
