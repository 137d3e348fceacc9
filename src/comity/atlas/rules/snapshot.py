"""Everything the atlas knows, as one value: what the planner works on, and what a reform edits a copy of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel, ChannelEntry, ChannelsPack
from comity.atlas.rules.packs.clock_rules import ClockRule, ClocksPack
from comity.atlas.rules.packs.country import CountryPack
from comity.atlas.rules.packs.glossary import GlossaryPack, Term
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.atlas.rules.packs.model_law import ModelLaw, ModelLawPack
from comity.atlas.rules.packs.overview import Overview, OverviewPack
from comity.atlas.rules.packs.priorities import PrioritiesPack, PriorityList
from comity.atlas.rules.packs.project import Project, ProjectPack
from comity.atlas.rules.packs.provider import ProviderFile, ProviderPack
from comity.atlas.rules.packs.questionnaire import Questionnaire, QuestionnairePack
from comity.atlas.rules.packs.recommendations import RecommendationList, RecommendationsPack
from comity.atlas.rules.packs.sources import SourceEntry, SourcesPack
from comity.kernel.digest import Digest


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All facts of all packs. `digest` names the exact set; an edited copy carries the edits in `edits`. What is
    kept by id is in the order of the packs' names."""

    digest: Digest
    sources: Mapping[str, SourceEntry]
    channels: Mapping[Channel, ChannelEntry]
    instruments: Mapping[str, InstrumentPack]
    countries: Mapping[str, CountryPack]
    edits: tuple[str, ...] = ()
    clocks: Mapping[str, ClockRule] = field(default_factory=dict)
    providers: Mapping[str, ProviderFile] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    questionnaires: Mapping[str, Questionnaire] = field(default_factory=dict)
    recommendations: Mapping[str, RecommendationList] = field(default_factory=dict)
    priorities: Mapping[str, PriorityList] = field(default_factory=dict)
    model_laws: Mapping[str, ModelLaw] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    overviews: Mapping[str, Overview] = field(default_factory=dict)

    def on(self, day: date) -> Law:
        """The law as it stood on `day`; kept for the days asked about last."""
        return _law(self, day)


def assemble(contents: Iterable[Any], digest: Digest) -> Snapshot:
    """A snapshot from the contents of validated packs."""
    found: dict[str, Any] = {part: {} for part, _ in _PARTS.values()}
    for content in contents:
        part, entries = _PARTS[type(content)]
        found[part].update(entries(content))
    return Snapshot(digest, **found)


_PARTS: Mapping[type, tuple[str, Callable[[Any], Mapping[Any, Any]]]] = {
    SourcesPack: ("sources", lambda pack: pack.sources),
    ChannelsPack: ("channels", lambda pack: pack.channels),
    InstrumentPack: ("instruments", lambda pack: {pack.instrument.id: pack}),
    CountryPack: ("countries", lambda pack: {pack.country.code: pack}),
    ClocksPack: ("clocks", lambda pack: {rule.id: rule for rule in pack.clocks}),
    ProviderPack: ("providers", lambda pack: {pack.provider.id: pack.provider}),
    GlossaryPack: ("glossary", lambda pack: pack.glossary),
    QuestionnairePack: ("questionnaires", lambda pack: {pack.questionnaire.id: pack.questionnaire}),
    RecommendationsPack: ("recommendations", lambda pack: {pack.recommendations.id: pack.recommendations}),
    PrioritiesPack: ("priorities", lambda pack: {pack.priorities.id: pack.priorities}),
    ModelLawPack: ("model_laws", lambda pack: {pack.law.id: pack.law}),
    ProjectPack: ("projects", lambda pack: {pack.project.id: pack.project}),
    OverviewPack: ("overviews", lambda pack: {pack.overview.id: pack.overview}),
}
"""Which part of a snapshot a pack adds to, and what it adds."""


@lru_cache(maxsize=64)
def _law(snapshot: Snapshot, day: date) -> Law:
    return Law(day, snapshot.channels, snapshot.instruments, snapshot.countries)
