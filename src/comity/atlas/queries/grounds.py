"""The closed list of grounds of one or more articles, as a form offers them and an event names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.grounds import closed_list
from comity.atlas.rules.packs.instrument import Act, Ground
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.sayable import sayable


@dataclass(frozen=True, slots=True)
class GroundView:
    """A ground. `id` is "ets185:29(5)(a)"; `act` what it allows: "refuse", "postpone" or "condition". `reserved`: only
    a Party that reserved the right may use it. `label` is fit for a list: article first, then what it says; where
    grounds of several instruments stand in one, `full_label` also names the instrument."""

    id: str
    instrument: str
    article: str
    act: Act
    says: str
    reserved: bool
    source: str
    pinpoint: str
    confidence: str
    note: str

    @property
    def label(self) -> str:
        says = sayable(self.says)
        if self.article[:1].isdigit():
            return sayable("Article {article}: {says}", article=self.article, says=says)
        return sayable("{instrument}: {says}", instrument=self.instrument, says=says)

    @property
    def full_label(self) -> str:
        """The same after the instrument's name, for a list in which several instruments have grounds."""
        if self.label.startswith(self.instrument):
            return self.label
        return sayable("{instrument}, {ground}", instrument=self.instrument, ground=self.label)

    @property
    def of(self) -> str:
        """The id of its instrument."""
        return self.id.partition(":")[0]


def grounds(names: Iterable[str]) -> tuple[GroundView, ...]:
    """The grounds that this node's law lists under `names`, for example "ets185:29(5)". Raises NoSuchGrounds."""
    return grounds_in(node_snapshot(), names)


def grounds_in(snapshot: Snapshot, names: Iterable[str]) -> tuple[GroundView, ...]:
    """The same for any snapshot: pure."""
    return tuple(_view(snapshot, identity, ground) for identity, ground in closed_list(snapshot, names))


def _view(snapshot: Snapshot, identity: str, ground: Ground) -> GroundView:
    source = snapshot.sources.get(ground.source)
    return GroundView(
        id=identity,
        instrument=snapshot.instruments[identity.partition(":")[0]].instrument.short,
        article=ground.article,
        act=ground.act,
        says=ground.says,
        reserved=ground.reserved,
        source=source.title if source else ground.source,
        pinpoint=ground.at,
        confidence=ground.confidence.value,
        note=ground.note,
    )
