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
from comity.kernel.country_words import country_in_sentence
from comity.kernel.day_words import day_words
from comity.kernel.words import noted, say

Payload = Mapping[str, Any]
Sentence = Callable[[Payload, str], str]
"""Of an entry's payload and of the name of whoever recorded it."""


def step_sentence(name: str, payload: Payload, *, who: str, ours: bool) -> str | None:
    """What the entry `name` that `who` recorded tells; None where it is no step with a request.

    `ours`: the request is an incoming one, so the step is this node's own.
    """
    if name in _EITHER:
        return _EITHER[name](payload, who)
    pair = _STEPS.get(name)
    return pair[0 if ours else 1](payload, who) if pair else None


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
    for name, told in _WORDS:
        text = str(said.get(name) or "").strip()
        if text:
            yield say(told, words=text if text[-1:] in ".!?…" else f"{text}.")


_AS_IT_IS = "{words}"
_WORDS = (
    ("condition", _AS_IT_IS),
    ("reason", _AS_IT_IS),
    ("about", _AS_IT_IS),
    ("words", _AS_IT_IS),
    ("given", noted("Given: {words}")),
    ("not_given", noted("Not given: {words}")),
    ("manner", noted("How: {words}")),
    ("spoken_with", noted("Spoken with: {words}")),
    ("number_from", noted("Number from: {words}")),
    ("note", _AS_IT_IS),
)


def _registered(payload: Payload, who: str) -> str:
    country, number = country_in_sentence(payload["requesting_country"]), payload["their_reference"]
    if payload["oral"]:
        if number:
            return say(
                "{who} registered the request from {country}, told by voice, their reference {number}.",
                who=who,
                country=country,
                number=number,
            )
        return say("{who} registered the request from {country}, told by voice.", who=who, country=country)
    channel = payload["channel"]
    if number:
        return say(
            "{who} registered the request from {country}, received by {channel}, their reference {number}.",
            who=who,
            country=country,
            channel=channel,
            number=number,
        )
    return say(
        "{who} registered the request from {country}, received by {channel}.", who=who, country=country, channel=channel
    )


def _follow_up(payload: Payload, who: str) -> str:
    declared = kinds().get(payload["kind"])
    label = say(declared.label) if declared else payload["kind"]
    label = label[:1].lower() + label[1:] if declared else label
    told = _MOVED.get(payload["what"], _MOVED_OTHERWISE)
    after = payload.get("through") or say("this one")
    return say(told, who=who, label=label, reference=payload["follow_up"], after=after, what=payload["what"])


_MOVED = {
    "drafted": noted("{who} drafted the {label} {reference}, which follows {after}."),
    "sent": noted("{who} sent the {label} {reference}, which follows {after}."),
    "received": noted("{who} registered the {label} {reference}, which follows {after}."),
    "decided": noted("{who} noted the decision on the {label} {reference}, which follows {after}."),
    "preserved": noted("{who} noted the preservation under the {label} {reference}, which follows {after}."),
    "withdrawn": noted("{who} noted the withdrawal of the {label} {reference}, which follows {after}."),
}
_MOVED_OTHERWISE = noted("{who} moved the {label} {reference}, which follows {after}: {what}.")


def _corrected(payload: Payload, who: str) -> str:
    return say("{who} corrected when entry {number} happened.", who=who, number=payload["corrects"])


def _labels(choices: tuple[Choice, ...], values: Any) -> str:
    known = {choice.value: say(choice.label) for choice in choices}
    words = [known.get(value, str(value)) for value in values or ()]
    return "; ".join(word[:1].lower() + word[1:] for word in words)


def _always(told: str) -> Sentence:
    return lambda _payload, who: say(told, who=who)


def _asked(told: str) -> Sentence:
    return lambda payload, who: say(told, who=who, missing=_labels(MISSING_ITEMS, payload["said"].get("missing")))


def _acknowledged(told: str, with_number: str) -> Sentence:
    def tell(payload: Payload, who: str) -> str:
        number = payload["said"].get("their_reference")
        return say(with_number, who=who, number=number) if number else say(told, who=who)

    return tell


def _preserved(told: str, with_day: str) -> Sentence:
    def tell(payload: Payload, who: str) -> str:
        until = payload["said"].get("until")
        return say(with_day, who=who, day=day_words(date.fromisoformat(until))) if until else say(told, who=who)

    return tell


def _executed(told: str, with_data: str, nothing: str = "") -> Sentence:
    def tell(payload: Payload, who: str) -> str:
        if payload["said"].get("outcome") == "no-data":
            return say(nothing, who=who)
        data = _labels(DATA, payload["said"].get("data"))
        return say(with_data, who=who, data=data) if data else say(told, who=who)

    return tell


def _on_ground(told: str, with_ground: str) -> Sentence:
    def tell(payload: Payload, who: str) -> str:
        ground = payload["said"].get("ground")
        return say(with_ground, who=who, article=ground_article(str(ground))) if ground else say(told, who=who)

    return tell


def _call(confirmed: str, nobody: str) -> Sentence:
    return lambda payload, who: say(confirmed if payload["said"].get("result") == VERIFIED else nobody, who=who)


def _served(told: str) -> Sentence:
    return lambda payload, who: say(told, who=who, provider=payload["said"].get("provider") or say("the provider"))


def _to(told: str) -> Sentence:
    return lambda payload, who: say(
        told, who=who, authority=payload["said"].get("authority") or say("another authority")
    )


_EITHER: dict[str, Sentence] = {
    events.RequestRegistered.name: _registered,
    events.FollowUpMoved.name: _follow_up,
    events.EventCorrected.name: _corrected,
}
_STEPS: dict[str, tuple[Sentence, Sentence]] = {
    events.RequestAcknowledged.name: (
        _acknowledged(
            noted("{who} acknowledged receipt."), noted("{who} acknowledged receipt, their reference {number}.")
        ),
        _acknowledged(
            noted("{who} noted that receipt was acknowledged."),
            noted("{who} noted that receipt was acknowledged, their reference {number}."),
        ),
    ),
    events.RequestMoreAsked.name: (
        _asked(noted("{who} asked for more: {missing}.")),
        _asked(noted("{who} noted that they ask for more: {missing}.")),
    ),
    events.RequestCompleted.name: (
        _always(noted("{who} noted that what was missing has come.")),
        _always(noted("{who} noted that what was missing was given.")),
    ),
    events.RequestConsulted.name: (
        _always(noted("{who} began to consult the other side.")),
        _always(noted("{who} noted that they consult us.")),
    ),
    events.RequestResumed.name: (
        _always(noted("{who} took it up again.")),
        _always(noted("{who} noted that they took it up again.")),
    ),
    events.RequestForwarded.name: (
        _to(noted("{who} forwarded it to {authority}.")),
        _to(noted("{who} noted that it was forwarded to {authority}.")),
    ),
    events.RequestServed.name: (
        _served(noted("{who} noted that the order was served on {provider}.")),
        _served(noted("{who} noted that they served the order on {provider}.")),
    ),
    events.CallBackMade.name: (
        _call(
            noted("{who} called back: the request is confirmed."),
            noted("{who} called back: nobody confirms the request."),
        ),
        _call(
            noted("{who} noted that they called back: the request is confirmed."),
            noted("{who} noted that they called back: nobody confirms the request."),
        ),
    ),
    events.UseConditionRecorded.name: (
        _always(noted("{who} recorded a condition of use.")),
        _always(noted("{who} recorded their condition of use.")),
    ),
    events.RequestPreserved.name: (
        _preserved(
            noted("{who} noted that the data are preserved."),
            noted("{who} noted that the data are preserved until {day}."),
        ),
        _preserved(
            noted("{who} noted that they preserve the data."),
            noted("{who} noted that they preserve the data until {day}."),
        ),
    ),
    events.RequestPartGiven.name: (
        _executed(
            noted("{who} gave part of what was asked for."), noted("{who} gave part of what was asked for: {data}.")
        ),
        _executed(
            noted("{who} noted that part of the data came."), noted("{who} noted that part of the data came: {data}.")
        ),
    ),
    events.RequestExecuted.name: (
        _executed(
            noted("{who} executed the request."),
            noted("{who} executed the request: {data}."),
            noted("{who} answered that there are no data."),
        ),
        _executed(
            noted("{who} noted their answer."),
            noted("{who} noted their answer: {data}."),
            noted("{who} noted their answer that there are no data."),
        ),
    ),
    events.RequestPartlyExecuted.name: (
        _executed(noted("{who} executed the request in part."), noted("{who} executed the request in part: {data}.")),
        _executed(noted("{who} noted their partial answer."), noted("{who} noted their partial answer: {data}.")),
    ),
    events.RequestRefused.name: (
        _on_ground(noted("{who} refused the request."), noted("{who} refused the request ({article}).")),
        _on_ground(noted("{who} noted their refusal."), noted("{who} noted their refusal ({article}).")),
    ),
    events.RequestPostponed.name: (
        _on_ground(noted("{who} postponed the request."), noted("{who} postponed the request ({article}).")),
        _on_ground(noted("{who} noted their postponement."), noted("{who} noted their postponement ({article}).")),
    ),
    events.RequestTakenBack.name: (
        _always(noted("{who} noted that they withdrew it.")),
        _always(noted("{who} withdrew the request.")),
    ),
}
