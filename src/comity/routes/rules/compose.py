"""Composes a route from its parts: one status, one tree of reasons, conditions and missing facts in one list each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis, InstrumentType
from comity.kernel.answer import Answer
from comity.routes.rules.reason import Missing, Reason
from comity.routes.rules.route import Route, Status, Step


class Part(NamedTuple):
    """One side or aspect of a route, remembered and shared between routes."""

    reasons: tuple[Reason, ...]
    conditions: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    detours: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    steps: tuple[Step, ...] = ()
    authority: str = ""


def compose(
    law: Law, channel: Channel, instrument: str, basis: Basis | None, title: str, parts: Sequence[Part]
) -> Route:
    """The route that the parts make together."""
    reasons = [reason for part in parts for reason in part.reasons]
    conditions = [text for part in parts for text in part.conditions]
    detours = tuple(text for part in parts for text in part.detours)
    answer = Answer.YES
    for reason in reasons:
        if reason.decides:
            answer &= reason.answer
    own = law.instruments[instrument].instrument if basis else None
    return Route(
        channel=channel,
        entry=law.channels[channel],
        basis=(instrument, basis.article) if basis else ("", ""),
        title=title,
        status=_status(answer, bool(detours), bool(conditions)),
        steps=tuple(step for part in parts for step in part.steps),
        reason=Reason(answer, f"{title}: {answer}.", because=tuple(reasons)),
        conditions=tuple(conditions),
        requirements=tuple(text for part in parts for text in part.requirements),
        detours=detours,
        missing=tuple(item for part in parts for item in part.missing),
        grounds=tuple(ground for ground in own.grounds if ground.article in basis.refusals) if own and basis else (),
        clocks=tuple(own.clocks[name] for name in basis.clocks) if own and basis else (),
        authority=next((part.authority for part in parts if part.authority), ""),
    )


def titled(law: Law, channel: Channel, instrument: str, article: str) -> str:
    """What a route is called: channel, instrument and article; a channel or principle has no articles to name."""
    key = ("titled", channel, instrument, article)
    if key not in law.remembered:
        law.remembered[key] = _titled(law, channel, instrument, article)
    title: str = law.remembered[key]
    return title


def _titled(law: Law, channel: Channel, instrument: str, article: str) -> str:
    own, label = law.instruments[instrument].instrument, law.channels[channel].label
    if own.type in {InstrumentType.TREATY, InstrumentType.PROTOCOL}:
        return f"{label}, {own.short}, Article {article}"
    return label if own.short.lower() in label.lower() else f"{label}, {own.short.lower()}"


def _status(answer: Answer, detours: bool, conditions: bool) -> Status:
    match answer:
        case Answer.NO:
            return Status.CLOSED
        case Answer.UNKNOWN:
            return Status.UNKNOWN
    return Status.DEGRADED if detours else Status.CONDITIONS if conditions else Status.OPEN
