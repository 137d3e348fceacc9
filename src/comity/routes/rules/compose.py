"""Composes a route from its parts: one status and one tree of reasons from all of them."""

from __future__ import annotations

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis, InstrumentType
from comity.kernel.answer import Answer, all_of
from comity.routes.rules.part import Part
from comity.routes.rules.reason import Reason
from comity.routes.rules.route import Route, Status


def compose(
    law: Law, channel: Channel, instrument: str, basis: Basis | None, title: str, parts: tuple[Part, ...]
) -> Route:
    """The route that the parts make together."""
    reasons = tuple(reason for part in parts for reason in part.reasons)
    answer = all_of(reason.answer for reason in reasons if reason.decides)
    return Route(
        channel,
        law.channels[channel],
        law.instruments[instrument].instrument if basis else None,
        basis,
        title,
        _status(answer, any(part.detours for part in parts), any(part.conditions for part in parts)),
        Reason(answer, f"{title}: {answer.value}.", because=reasons),
        parts,
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
