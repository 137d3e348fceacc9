"""The needs that the wizard's second step offers, in plain words; which of them lead on to a request here."""

from __future__ import annotations

from dataclasses import dataclass

from comity.atlas.rules.measure import DataType, Measure
from comity.casework.rules.registry import kinds
from comity.kernel.words import noted

FIRST = (Measure.PRESERVE, Measure.SUBSCRIBER, Measure.TRAFFIC, Measure.CONTENT, Measure.EMERGENCY_DISCLOSURE)
"""What is asked for most; the others are a fold away."""

_DATA = {
    DataType.SUBSCRIBER: noted("who is behind it: name, address, payment, times of subscription"),
    DataType.TRAFFIC: noted("who spoke to whom, when, from where, for how long"),
    DataType.CONTENT: noted("what was said, written, stored"),
}


@dataclass(frozen=True, slots=True)
class NeedCard:
    """`drafts`: whether this node can draft the request; otherwise it plans the way."""

    value: str
    plain: str
    term: str
    drafts: bool


@dataclass(frozen=True, slots=True)
class DataTick:
    value: str
    label: str
    says: str


def drafts(measure: str) -> bool:
    """Whether there is a kind of request for `measure`."""
    return any(measure in kind.measures for kind in kinds().values())


def need_cards() -> tuple[tuple[NeedCard, ...], tuple[NeedCard, ...]]:
    """The first needs, and the others."""
    others = tuple(measure for measure in Measure if measure not in FIRST)
    return tuple(map(_card, FIRST)), tuple(map(_card, others))


def data_ticks() -> tuple[DataTick, ...]:
    return tuple(DataTick(kind.value, kind.label.capitalize(), _DATA[kind]) for kind in DataType)


def _card(measure: Measure) -> NeedCard:
    return NeedCard(measure.value, measure.need, measure.label, drafts(measure))
