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
from comity.kernel.country_words import country_in_sentence
from comity.kernel.day_words import day_words
from comity.kernel.words import noted, say, say_count
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
                sentence,
                entry.name,
                entry.subject,
                str(entry.payload.get("reason") or entry.payload.get("problem") or step_words(entry.payload)),
                datetime.fromisoformat(happened) if happened else None,
            )


def _happened(entry: EntryView) -> str | None:
    """A follow-up was sent on a day, which the page of the follow-up tells: here it is told when it was recorded."""
    return None if entry.name == FollowUpMoved.name else entry.payload.get("happened_at")


def _sentence(entry: EntryView, *, ours: bool) -> str | None:
    tell, who = _SENTENCES.get(entry.name), say(entry.actor_display)
    return tell(entry.payload, who) if tell else step_sentence(entry.name, entry.payload, who=who, ours=ours)


def _opened(payload: Payload, who: str) -> str:
    return (
        say("{who} opened the case (restricted).", who=who)
        if payload["restricted"]
        else say("{who} opened the case.", who=who)
    )


def _admitted(payload: Payload, who: str) -> str:
    return say("{who} let {username} into the case.", who=who, username=payload["username"])


def _taken(payload: Payload, who: str) -> str:
    if payload["said_reference"]:
        return say(
            "{who} took what it says from a file, which gives its reference as {reference}.",
            who=who,
            reference=payload["said_reference"],
        )
    return say("{who} took what it says from a file.", who=who)


def _spoken(payload: Payload, who: str) -> str:
    return say("{who} chose {languages} for the letter.", who=who, languages=names_of(payload["languages"]))


def _drafted(payload: Payload, who: str) -> str:
    country = country_in_sentence(payload["requested_country"])
    return say("{who} drafted the request to {country}.", who=who, country=country)


def _edited(payload: Payload, who: str) -> str:
    return say_count(
        "{who} edited {count} field (version {version}).",
        "{who} edited {count} fields (version {version}).",
        len(payload["fields"]),
        who=who,
        version=payload["version"],
    )


def _approved(payload: Payload, who: str) -> str:
    return say("{who} approved the request (version {version}).", who=who, version=payload["version"])


def _sent(payload: Payload, who: str) -> str:
    day, number = day_words(date.fromisoformat(payload["sent_on"])), payload["dispatch_reference"]
    if number:
        return say(
            "{who} noted that the request was sent on {day} by {channel}, reference {number}.",
            who=who,
            day=day,
            channel=payload["channel"],
            number=number,
        )
    return say(
        "{who} noted that the request was sent on {day} by {channel}.", who=who, day=day, channel=payload["channel"]
    )


def _always(told: str) -> Callable[[Payload, str], str]:
    return lambda _payload, who: say(told, who=who)


_SENTENCES: dict[str, Callable[[Payload, str], str]] = {
    events.CaseOpened.name: _opened,
    events.CaseMemberAdmitted.name: _admitted,
    events.CaseNoteAdded.name: _always(noted("{who} added a note.")),
    events.RequestDrafted.name: _drafted,
    events.DraftTakenFromFile.name: _taken,
    events.RequestEdited.name: _edited,
    events.RequestLanguagesChosen.name: _spoken,
    events.RequestSubmitted.name: _always(noted("{who} sent the request to approval.")),
    events.RequestReturned.name: _always(noted("{who} returned the request for changes.")),
    events.RequestApproved.name: _approved,
    events.RequestSigned.name: _always(noted("{who} signed the request.")),
    events.RequestReleased.name: _always(
        noted("{who} read the signed document back: it is whole, and the request may be sent.")
    ),
    events.RequestHeld.name: _always(noted("{who} read the signed document back and holds it.")),
    events.RequestSent.name: _sent,
    events.RequestWithdrawn.name: _always(noted("{who} withdrew the request.")),
    **ABOUT_ARRIVALS,
    **ABOUT_ATTACHMENTS,
    **ABOUT_CALLS,
    **ABOUT_CLOCKS,
    **ABOUT_SIGNATURES,
}
