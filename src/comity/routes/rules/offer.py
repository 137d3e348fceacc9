"""What the instruments offer for a measure: each basis on each channel that carries it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import DataType
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis, InstrumentType
from comity.kernel.sayable import sayable
from comity.routes.rules.question import Question


class Offer(NamedTuple):
    """A basis of an instrument (its identifier) on a channel, and what a way by it is called."""

    instrument: str
    basis: Basis
    channel: Channel
    title: str


def offers(law: Law, question: Question, channels: frozenset[Channel]) -> tuple[Offer, ...]:
    """The offers on these channels for the measure and the data asked for; remembered with the law."""
    key = ("offers", question.measure, question.data_asked, channels)
    return law.remember(key, lambda: tuple(_offers(law, question, channels)))


def _offers(law: Law, question: Question, channels: frozenset[Channel]) -> Iterator[Offer]:
    for name, pack in law.instruments.items():
        for basis in pack.instrument.bases:
            if basis.measure is question.measure and _covers(basis, question.data_asked):
                for channel in basis.channels:
                    if channel in channels:
                        yield Offer(name, basis, channel, _titled(law, channel, name, basis.article))


def _covers(basis: Basis, data: DataType | None) -> bool:
    return data is None or data in basis.data


def _titled(law: Law, channel: Channel, instrument: str, article: str) -> str:
    """Channel, instrument and article; a channel or principle has no articles to name."""
    own, label = law.instruments[instrument].instrument, sayable(law.channels[channel].label)
    if own.type in {InstrumentType.TREATY, InstrumentType.PROTOCOL}:
        return sayable(
            "{channel}, {instrument}, Article {article}", channel=label, instrument=own.short, article=article
        )
    if own.short.lower() in label.lower():
        return label
    return sayable("{channel}, {instrument}", channel=label, instrument=own.short.lower())
