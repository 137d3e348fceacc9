"""What became of a request: how soon it was acknowledged, answered and closed, how it ended, and what came after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from comity.casework.rules.clock_events import ClockRanOut
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.events import (
    FollowUpMoved,
    RequestAcknowledged,
    RequestConsulted,
    RequestExecuted,
    RequestForwarded,
    RequestMoreAsked,
    RequestPartlyExecuted,
    RequestPostponed,
    RequestPreserved,
    RequestRefused,
    RequestResumed,
    RequestTakenBack,
)
from comity.casework.rules.statistics.cell import LONGEST_KEY, YES, Followed, Outcome, What
from comity.casework.rules.statistics.duration import in_hours, step
from comity.casework.rules.statistics.family import Family, family_of
from comity.casework.rules.statistics.history import Told

DAYS_TO_FOLLOW = 60
"""Article 29(7): the sixty days in which the request for mutual assistance is to be submitted."""

_DECIDED = frozenset({RequestPreserved.name, RequestExecuted.name, RequestPartlyExecuted.name, RequestRefused.name})
_ANSWERED = _DECIDED | {RequestMoreAsked.name, RequestConsulted.name, RequestForwarded.name, RequestPostponed.name}
"""An acknowledgement says that a request came; an answer says something about it."""

_ARRIVED = frozenset({"sent", "received"})


def course(
    direction: Direction, family: Family, zone: ZoneInfo, begun: Told, history: list[Told]
) -> Iterator[tuple[What, str]]:
    """Each thing to count, with its key. `begun` is the dispatch or receipt, one of `history`."""
    yield from _times(direction, begun, history)
    yield from _outcome(direction, history)
    yield from _gaps(history)
    rules = {str(told.payload.get("rule", "")) for told in history if told.name == ClockRanOut.name}
    yield from ((What.EXPIRED, f"rule {rule}"[:LONGEST_KEY]) for rule in sorted(rules))
    if rules:
        yield What.EXPIRED, YES
    if any(told.name == RequestForwarded.name for told in history):
        yield What.FORWARDED, YES
    if family is Family.PRESERVATION:
        yield from _followed(zone, begun, history)


def _times(direction: Direction, begun: Told, history: list[Told]) -> Iterator[tuple[What, str]]:
    """The first of each; a withdrawal closes a request too, but says nothing of how fast anybody worked."""
    closing = _DECIDED | {RequestForwarded.name} if direction is Direction.INCOMING else _DECIDED
    measured = {
        What.ACKNOWLEDGED: frozenset({RequestAcknowledged.name}),
        What.PRESERVED: frozenset({RequestPreserved.name}),
        What.ANSWERED: _ANSWERED,
        What.CLOSED: closing,
    }
    for what, names in measured.items():
        moments = [told.moment for told in history if told.name in names]
        if moments:
            length = step(begun.moment, min(moments))
            yield what, str(length)
            if what in _BY_FAMILY:
                yield _BY_FAMILY[what], str(in_hours(length))


_BY_FAMILY = {What.ANSWERED: What.FAMILY_ANSWERED, What.CLOSED: What.FAMILY_CLOSED}


def _outcome(direction: Direction, history: list[Told]) -> Iterator[tuple[What, str]]:
    """How it stands after the last step that says so."""
    outcome = Outcome.OPEN
    for told in history:
        outcome = _after(outcome, told, direction)
    yield What.OUTCOME, outcome.value
    for told in history:
        ground = str(told.said.get("ground", ""))
        if told.name in {RequestRefused.name, RequestPostponed.name} and ground:
            which = Outcome.REFUSED if told.name == RequestRefused.name else Outcome.POSTPONED
            yield What.GROUND, f"{which.value} {ground}"[:LONGEST_KEY]


def _after(outcome: Outcome, told: Told, direction: Direction) -> Outcome:
    if told.name == RequestExecuted.name and told.said.get("outcome") == "no-data":
        return Outcome.NO_DATA
    if told.name == RequestForwarded.name:  # of theirs we still await an answer
        return Outcome.FORWARDED if direction is Direction.INCOMING else outcome
    if told.name == RequestResumed.name:
        return Outcome.OPEN
    return _ENDS.get(told.name, outcome)


_ENDS = {
    RequestPreserved.name: Outcome.EXECUTED,
    RequestExecuted.name: Outcome.EXECUTED,
    RequestPartlyExecuted.name: Outcome.PARTLY,
    RequestRefused.name: Outcome.REFUSED,
    RequestPostponed.name: Outcome.POSTPONED,
    RequestTakenBack.name: Outcome.WITHDRAWN,
}


def _gaps(history: list[Told]) -> Iterator[tuple[What, str]]:
    """Each item once for a request, however often it was asked for."""
    asked = [told for told in history if told.name == RequestMoreAsked.name]
    if asked:
        yield What.INCOMPLETE, YES
    for item in sorted({str(item)[:LONGEST_KEY] for told in asked for item in told.said.get("missing", ())}):
        yield What.MISSING, item


def _followed(zone: ZoneInfo, begun: Told, history: list[Told]) -> Iterator[tuple[What, str]]:
    moves = [told for told in history if told.name == FollowUpMoved.name and _arrived_next(told.payload)]
    extensions = {told.payload["follow_up"] for told in moves if _family(told) is Family.PRESERVATION}
    for _ in extensions:
        yield What.EXTENSION, YES
    asked = [told.moment for told in moves if _family(told) in {Family.ASSISTANCE, Family.EMERGENCY}]
    if asked:
        days = (min(asked).astimezone(zone).date() - begun.moment.astimezone(zone).date()).days
        yield What.FOLLOWED, (Followed.IN_TIME if days <= DAYS_TO_FOLLOW else Followed.LATER).value
    else:
        yield What.FOLLOWED, (Followed.EXTENDED if extensions else Followed.NOT).value


def _arrived_next(move: Mapping[str, Any]) -> bool:
    """What follows another request of the chain is counted there, and once."""
    return move["what"] in _ARRIVED and not move.get("through")


def _family(told: Told) -> Family:
    return family_of(told.payload["kind"])
