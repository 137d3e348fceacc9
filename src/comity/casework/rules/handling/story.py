"""What the two sides did with a request, in sentences. The same entry reads otherwise where the step was theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.data import DATA
from comity.casework.rules.blocks.grounds import INSTRUMENTS
from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.fields import Choice
from comity.casework.rules.handling import events
from comity.casework.rules.handling.fields import VERIFIED
from comity.casework.rules.registry import kinds
from comity.kernel.country import CountryCode

Payload = Mapping[str, Any]
Sentence = Callable[[Payload], str]


def step_sentence(name: str, payload: Payload, *, ours: bool) -> str | None:
    """What the entry `name` tells after the name of whoever recorded it; None where it is no step with a request.

    `ours`: the request is an incoming one, so the step is this node's own.
    """
    if name in _EITHER:
        return _EITHER[name](payload)
    pair = _STEPS.get(name)
    return pair[0 if ours else 1](payload) if pair else None


def step_words(payload: Payload) -> str:
    """Somebody's own words in the answers of a step, each with what it is about."""
    said = payload.get("said")
    return " ".join(_own_words(said)) if isinstance(said, Mapping) else ""


def ground_article(ground: str) -> str:
    """“ets185:27(4)(b)” as “Article 27(4)(b)”: what a reader knows it by. Another instrument is named too."""
    instrument, _, article = ground.rpartition(":")
    number = article.removeprefix("constitution-").partition("-")[0]
    name = "" if instrument == "ets185" else INSTRUMENTS.get(instrument, "")
    if not number[:1].isdigit():
        return name or article
    return f"{name}, Article {number}" if name else f"Article {number}"


def _own_words(said: Mapping[str, Any]) -> Iterator[str]:
    for name, label in _WORDS:
        text = str(said.get(name) or "").strip()
        if text:
            yield f"{label}{text}" if text[-1:] in ".!?…" else f"{label}{text}."


_WORDS = (
    ("condition", ""),
    ("reason", ""),
    ("about", ""),
    ("words", ""),
    ("given", "Given: "),
    ("not_given", "Not given: "),
    ("manner", "How: "),
    ("spoken_with", "Spoken with: "),
    ("number_from", "Number from: "),
    ("note", ""),
)


def _registered(payload: Payload) -> str:
    number = f", their reference {payload['their_reference']}" if payload["their_reference"] else ""
    voice = "told by voice" if payload["oral"] else f"received by {payload['channel']}"
    return f"registered the request from {CountryCode(payload['requesting_country']).in_sentence}, {voice}{number}"


def _follow_up(payload: Payload) -> str:
    declared = kinds().get(payload["kind"])
    label = declared.label[:1].lower() + declared.label[1:] if declared else payload["kind"]
    after = payload.get("through") or "this one"
    moved = _MOVED.get(payload["what"], payload["what"])
    return f"{moved} the {label} {payload['follow_up']}, which follows {after}"


_MOVED = {
    "drafted": "drafted",
    "sent": "sent",
    "received": "registered",
    "decided": "noted the decision on",
    "preserved": "noted the preservation under",
    "withdrawn": "noted the withdrawal of",
}


def _corrected(payload: Payload) -> str:
    return f"corrected when entry {payload['corrects']} happened"


def _labels(choices: tuple[Choice, ...], values: Any) -> str:
    known = {choice.value: choice.label for choice in choices}
    words = [known.get(value, str(value)) for value in values or ()]
    return "; ".join(word[:1].lower() + word[1:] for word in words)


def _missing(payload: Payload) -> str:
    return _labels(MISSING_ITEMS, payload["said"].get("missing"))


def _acknowledged(words: str) -> Sentence:
    def tell(payload: Payload) -> str:
        number = payload["said"].get("their_reference")
        return f"{words}{f', their reference {number}' if number else ''}"

    return tell


def _preserved(words: str) -> Sentence:
    def tell(payload: Payload) -> str:
        until = payload["said"].get("until")
        if not until:
            return words
        day = date.fromisoformat(until)
        return f"{words} until {day.day} {day:%B %Y}"

    return tell


def _executed(given: str, nothing: str) -> Sentence:
    def tell(payload: Payload) -> str:
        if payload["said"].get("outcome") == "no-data":
            return nothing
        data = _labels(DATA, payload["said"].get("data"))
        return f"{given}{f': {data}' if data else ''}"

    return tell


def _on_ground(words: str) -> Sentence:
    def tell(payload: Payload) -> str:
        ground = payload["said"].get("ground")
        return f"{words} ({ground_article(str(ground))})" if ground else words

    return tell


def _call(words: str) -> Sentence:
    def tell(payload: Payload) -> str:
        confirmed = payload["said"].get("result") == VERIFIED
        return f"{words}: {'the request is confirmed' if confirmed else 'nobody confirms the request'}"

    return tell


def _always(words: str) -> Sentence:
    return lambda _payload: words


def _served(words: str) -> Sentence:
    return lambda payload: f"{words} {payload['said'].get('provider', 'the provider')}"


def _to(words: str) -> Sentence:
    return lambda payload: f"{words} {payload['said'].get('authority', 'another authority')}"


_EITHER: dict[str, Sentence] = {
    events.RequestRegistered.name: _registered,
    events.FollowUpMoved.name: _follow_up,
    events.EventCorrected.name: _corrected,
}
_STEPS: dict[str, tuple[Sentence, Sentence]] = {
    events.RequestAcknowledged.name: (
        _acknowledged("acknowledged receipt"),
        _acknowledged("noted that receipt was acknowledged"),
    ),
    events.RequestMoreAsked.name: (
        lambda payload: f"asked for more: {_missing(payload)}",
        lambda payload: f"noted that they ask for more: {_missing(payload)}",
    ),
    events.RequestCompleted.name: (
        _always("noted that what was missing has come"),
        _always("noted that what was missing was given"),
    ),
    events.RequestConsulted.name: (
        _always("began to consult the other side"),
        _always("noted that they consult us"),
    ),
    events.RequestResumed.name: (_always("took it up again"), _always("noted that they took it up again")),
    events.RequestForwarded.name: (_to("forwarded it to"), _to("noted that it was forwarded to")),
    events.RequestServed.name: (
        _served("noted that the order was served on"),
        _served("noted that they served the order on"),
    ),
    events.CallBackMade.name: (_call("called back"), _call("noted that they called back")),
    events.UseConditionRecorded.name: (
        _always("recorded a condition of use"),
        _always("recorded their condition of use"),
    ),
    events.RequestPreserved.name: (
        _preserved("noted that the data are preserved"),
        _preserved("noted that they preserve the data"),
    ),
    events.RequestPartGiven.name: (
        _executed("gave part of what was asked for", ""),
        _executed("noted that part of the data came", ""),
    ),
    events.RequestExecuted.name: (
        _executed("executed the request", "answered that there are no data"),
        _executed("noted their answer", "noted their answer that there are no data"),
    ),
    events.RequestPartlyExecuted.name: (
        _executed("executed the request in part", ""),
        _executed("noted their partial answer", ""),
    ),
    events.RequestRefused.name: (_on_ground("refused the request"), _on_ground("noted their refusal")),
    events.RequestPostponed.name: (_on_ground("postponed the request"), _on_ground("noted their postponement")),
    events.RequestTakenBack.name: (_always("noted that they withdrew it"), _always("withdrew the request")),
}
