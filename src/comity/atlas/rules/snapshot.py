"""Everything the atlas knows, as one value: what the planner works on, and what a reform edits a copy of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel, ChannelEntry, ChannelsPack
from comity.atlas.rules.packs.clock_rules import ClockRule, ClocksPack
from comity.atlas.rules.packs.country import CountryPack
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.atlas.rules.packs.sources import SourceEntry, SourcesPack
from comity.kernel.digest import Digest


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All facts of all packs. `digest` names the exact set; an edited copy carries the edits in `edits`. `clocks` are
    rules by id."""

    digest: Digest
    sources: Mapping[str, SourceEntry]
    channels: Mapping[Channel, ChannelEntry]
    instruments: Mapping[str, InstrumentPack]
    countries: Mapping[str, CountryPack]
    edits: tuple[str, ...] = ()
    clocks: Mapping[str, ClockRule] = field(default_factory=dict)

    def on(self, day: date) -> Law:
        """The law as it stood on `day`; kept for the days asked about last."""
        return _law(self, day)


def assemble(contents: Iterable[Any], digest: Digest) -> Snapshot:
    """A snapshot from the contents of validated packs."""
    sources: dict[str, SourceEntry] = {}
    channels: dict[Channel, ChannelEntry] = {}
    instruments: dict[str, InstrumentPack] = {}
    countries: dict[str, CountryPack] = {}
    clocks: dict[str, ClockRule] = {}
    for content in contents:
        match content:
            case SourcesPack():
                sources |= content.sources
            case ChannelsPack():
                channels |= content.channels
            case InstrumentPack():
                instruments[content.instrument.id] = content
            case CountryPack():
                countries[content.country.code] = content
            case ClocksPack():
                clocks |= {rule.id: rule for rule in content.clocks}
    return Snapshot(digest, sources, channels, instruments, countries, clocks=clocks)


@lru_cache(maxsize=64)
def _law(snapshot: Snapshot, day: date) -> Law:
    return Law(day, snapshot.channels, snapshot.instruments, snapshot.countries)
