"""The kinds of pack that the atlas understands, with their floors and the checks across packs."""

from __future__ import annotations

from comity.atlas.rules.packs.channels import ChannelsPack
from comity.atlas.rules.packs.clock_consistency import clock_faults
from comity.atlas.rules.packs.clock_rules import ClockBasis, ClocksPack
from comity.atlas.rules.packs.consistency import across_packs
from comity.atlas.rules.packs.country import CountryPack
from comity.atlas.rules.packs.glossary import GlossaryPack
from comity.atlas.rules.packs.glossary_consistency import glossary_faults
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.atlas.rules.packs.model_law import ModelLawPack
from comity.atlas.rules.packs.model_law_consistency import model_law_faults
from comity.atlas.rules.packs.overview import OverviewPack
from comity.atlas.rules.packs.overview_consistency import overview_faults
from comity.atlas.rules.packs.priorities import PrioritiesPack
from comity.atlas.rules.packs.priority_consistency import priority_faults
from comity.atlas.rules.packs.project import ProjectPack
from comity.atlas.rules.packs.project_consistency import project_faults
from comity.atlas.rules.packs.provider import ProviderPack
from comity.atlas.rules.packs.provider_consistency import provider_faults
from comity.atlas.rules.packs.questionnaire import QuestionnairePack
from comity.atlas.rules.packs.recommendations import RecommendationsPack
from comity.atlas.rules.packs.sources import SourcesPack
from comity.packkit.kind import PackKind

SOURCES = PackKind("sources", SourcesPack, count=lambda pack: {"sources": len(pack.sources)})
CHANNELS = PackKind("channels", ChannelsPack, count=lambda pack: {"channels": len(pack.channels)})
INSTRUMENT = PackKind(
    "instrument",
    InstrumentPack,
    count=lambda pack: {
        "articles": len(pack.instrument.articles),
        "bases": len(pack.instrument.bases),
        "parties": len(pack.parties),
        "statements": sum(map(len, pack.statements.values())),
    },
    check=across_packs,
)
COUNTRY = PackKind(
    "country",
    CountryPack,
    count=lambda pack: {
        "authorities": len(pack.authorities),
        "powers": len(pack.powers),
        "observations": len(pack.observations),
        "profile": len(pack.profile),
        "legal": len(pack.legal),
        "procedures": len(pack.procedures),
        "practice": len(pack.practice),
    },
)
CLOCKS = PackKind(
    "clocks",
    ClocksPack,
    count=lambda pack: {
        "clocks": len(pack.clocks),
        "law": sum(rule.basis is ClockBasis.LAW for rule in pack.clocks),
    },
    check=clock_faults,
)
PROVIDER = PackKind(
    "provider",
    ProviderPack,
    count=lambda pack: {"entities": len(pack.provider.entities), "accepts": len(pack.provider.accepts)},
    check=provider_faults,
)
GLOSSARY = PackKind("glossary", GlossaryPack, count=lambda pack: {"terms": len(pack.glossary)}, check=glossary_faults)
QUESTIONNAIRE = PackKind(
    "questionnaire",
    QuestionnairePack,
    count=lambda pack: {"items": sum(len(section.items) for section in pack.questionnaire.sections)},
)
RECOMMENDATIONS = PackKind(
    "recommendations",
    RecommendationsPack,
    count=lambda pack: {"recommendations": len(pack.recommendations.recommendations)},
)
PRIORITIES = PackKind(
    "priorities",
    PrioritiesPack,
    count=lambda pack: {
        "priorities": len(pack.priorities.priorities),
        "indicators": sum(len(priority.indicators) for priority in pack.priorities.priorities),
    },
    check=priority_faults,
)
MODEL_LAW = PackKind(
    "model-law",
    ModelLawPack,
    count=lambda pack: {
        "articles": len(pack.law.articles),
        "elements": sum(len(article.elements) for article in pack.law.articles.values()),
        "safeguards": len(pack.law.safeguards),
    },
    check=model_law_faults,
)
PROJECT = PackKind(
    "project",
    ProjectPack,
    count=lambda pack: {
        "results": len(pack.project.results),
        "achievements": len(pack.project.achievements),
        "outputs": len(pack.project.outputs),
        "indicators": len(pack.project.indicators),
    },
    check=project_faults,
)
OVERVIEW = PackKind(
    "overview",
    OverviewPack,
    count=lambda pack: {
        "slides": len(pack.overview.slides),
        "activities": len(pack.overview.activities),
        "proposals": len(pack.overview.proposals),
    },
    check=overview_faults,
)
KINDS = (
    SOURCES,
    CHANNELS,
    INSTRUMENT,
    COUNTRY,
    CLOCKS,
    PROVIDER,
    GLOSSARY,
    QUESTIONNAIRE,
    RECOMMENDATIONS,
    PRIORITIES,
    MODEL_LAW,
    PROJECT,
    OVERVIEW,
)
