"""What happened to a made-up request, step by step, as the tables of transitions and handling allow it.

Pure: the same random numbers tell the same story. What lies after `now` is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from comity.casework.rules import events
from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling import events as handling_events
from comity.casework.rules.handling.table import Step
from comity.casework.rules.made_up.grounds import grounds, said_with
from comity.casework.rules.made_up.request import MadeUp
from comity.casework.rules.made_up.step import Hand, Told
from comity.casework.rules.transitions import State

_STATES = {
    Step.ACKNOWLEDGE: State.ACKNOWLEDGED,
    Step.ASK: State.MORE_NEEDED,
    Step.COMPLETE: State.ACKNOWLEDGED,
    Step.CONSULT: State.IN_CONSULTATION,
    Step.RESUME: State.ACKNOWLEDGED,
    Step.FORWARD: State.FORWARDED,
    Step.PRESERVE: State.EXECUTED,
    Step.EXECUTE: State.EXECUTED,
    Step.EXECUTE_PARTLY: State.PARTLY_EXECUTED,
    Step.REFUSE: State.REFUSED,
    Step.POSTPONE: State.POSTPONED,
    Step.WITHDRAW: State.WITHDRAWN,
}

_ENDS = (
    *(["answer"] * 72),
    *([Step.EXECUTE_PARTLY] * 5),
    *([Step.REFUSE] * 8),
    *([Step.FORWARD] * 3),
    *([Step.POSTPONE] * 2),
    *([Step.WITHDRAW] * 4),
    *([None] * 6),
)
"""How a hundred requests end; None: nobody ever answers."""


def story(random: Random, made: MadeUp, now: datetime) -> list[Told]:
    """Everything that happened until `now`, in order of time; the first step is never left out."""
    told: list[Told] = []
    steps = _incoming if made.direction is Direction.INCOMING else _outgoing
    for step in steps(random, made):
        if step.at > now and told:
            break
        told.append(step)
    return told


def _outgoing(random: Random, made: MadeUp) -> Iterator[Told]:
    at = made.born
    yield Told(
        at,
        Hand.DRAFTER,
        State.DRAFT,
        events.RequestDrafted(
            subject=made.subject,
            case=made.case,
            kind=made.kind,
            requested_country=made.counterpart,
            digest=made.digest,
        ),
    )
    if random.random() < 0.01:  # noqa: PLR2004 (drafts that nobody ever finishes)
        return
    at += _hours(random, 8)
    yield Told(
        at,
        Hand.DRAFTER,
        State.IN_REVIEW,
        events.RequestSubmitted(subject=made.subject, version=1, digest=made.digest),
    )
    at += _hours(random, 6)
    yield Told(
        at,
        Hand.APPROVER,
        State.APPROVED,
        events.RequestApproved(subject=made.subject, version=1, digest=made.digest),
    )
    at += _hours(random, 2)
    yield Told(
        at,
        Hand.APPROVER,
        State.SIGNED,
        events.RequestSigned(
            subject=made.subject, version=1, digest=made.digest, document=made.document, document_digest=made.digest
        ),
    )
    at += timedelta(seconds=2)
    yield Told(at, Hand.NODE, State.READY, events.RequestReleased(subject=made.subject, document=made.document))
    at += _hours(random, 3)
    yield Told(
        at,
        Hand.DRAFTER,
        State.SENT,
        events.RequestSent(
            subject=made.subject,
            sent_on=at.astimezone(ZoneInfo(made.zone)).date(),
            channel="24/7 network",
            dispatch_reference="",
        ),
    )
    if made.expects_answer:
        yield from _handling(random, made, at)


def _incoming(random: Random, made: MadeUp) -> Iterator[Told]:
    yield Told(
        made.born,
        Hand.DUTY,
        State.RECEIVED,
        handling_events.RequestRegistered(
            subject=made.subject,
            happened_at=made.born,
            case=made.case,
            kind=made.kind,
            requesting_country=made.counterpart,
            channel="24/7 network",
            oral=False,
            their_reference=their_reference(made),
            follows=made.follows,
            document=None,
            digest=made.digest,
        ),
    )
    yield from _handling(random, made, made.born)


def _handling(random: Random, made: MadeUp, at: datetime) -> Iterator[Told]:
    if random.random() < 0.9:  # noqa: PLR2004
        at += _hours(random, 20 * made.patience)
        yield _step(made, at, Step.ACKNOWLEDGE, their_reference=their_reference(made))
    if not made.expects_answer:
        return
    if random.random() < 0.15:  # noqa: PLR2004
        at += _hours(random, 48 * made.patience)
        yield _step(made, at, Step.ASK, missing=[random.choice(MISSING_ITEMS).value])
        at += _hours(random, 96 * made.patience)
        yield _step(made, at, Step.COMPLETE)
    end = random.choice(_ENDS)
    if end is None:
        return
    if end is Step.POSTPONE and not grounds(made.kind, Step.POSTPONE):
        end = "answer"
    at += _hours(random, 480 * made.patience)
    if end == "answer" and made.preserves:
        yield _step(made, at, Step.PRESERVE, until=(at + timedelta(days=90)).date().isoformat())
    elif end == "answer":
        yield _step(made, at, Step.EXECUTE, outcome=random.choice(("given", "given", "given", "no-data")))
    elif end in {Step.REFUSE, Step.POSTPONE}:
        yield _step(made, at, Step(end), **said_with(random, made.kind, Step(end)))
    else:
        yield _step(made, at, Step(end), **_SAID.get(Step(end), {}))


_SAID: dict[Step, dict[str, object]] = {
    Step.EXECUTE_PARTLY: {"given": "Subscriber information.", "not_given": "Traffic data: no longer kept."},
    Step.FORWARD: {"authority": "Prosecution office", "informed": True},
    Step.WITHDRAW: {"reason": "The data came by another way."},
}


def _step(made: MadeUp, at: datetime, step: Step, **said: object) -> Told:
    event = handling_events.EVENT_OF[step](subject=made.subject, happened_at=at, said=dict(said))
    return Told(at, Hand.DUTY, _STATES[step], event)


def their_reference(made: MadeUp) -> str:
    """The other side's ticket number: its country before our number."""
    return f"{made.counterpart}/{made.reference.partition('-')[2]}"


def _hours(random: Random, mean: float) -> timedelta:
    return timedelta(hours=random.expovariate(1 / mean) + 0.01)
