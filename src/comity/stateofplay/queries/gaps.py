"""Gaps of procedural law: powers of the Convention that a country lacks, has in part, or of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from comity.atlas.queries.fact import fact_view
from comity.atlas.rules.packs.country import Power
from comity.atlas.rules.packs.model_law import ModelArticle, ModelLaw
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import on_day
from comity.stateofplay.rules.matrix import heading
from comity.stateofplay.rules.working_document import Example, Gap


def model_law_of(snapshot: Snapshot) -> ModelLaw | None:
    """The node's model law, the first by name; None where no pack holds one."""
    return next(iter(snapshot.model_laws.values()), None)


def model_article(snapshot: Snapshot, article: str) -> ModelArticle | None:
    law = model_law_of(snapshot)
    return law.articles.get(article) if law else None


def check_ids(snapshot: Snapshot, article: str) -> frozenset[str]:
    """What a working document on `article` answers: its model elements, and the safeguards of Article 15."""
    law, own = model_law_of(snapshot), model_article(snapshot, article)
    elements = [item.id for item in own.elements] if own else []
    return frozenset([*elements, *(item.id for item in (law.safeguards if law else ()))])


def gap_of(snapshot: Snapshot, country: str, article: str, day: date) -> Gap:
    """How far `country` has the power of `article`. What no fact says is unknown, which is a gap to look into."""
    pack = snapshot.countries.get(country)
    finding = on_day(pack.powers.get(article, ()) if pack else (), day)
    level = "disputed" if finding.disputed else finding.value.value if finding.value else "unknown"
    facts = tuple(fact_view(fact, snapshot.sources, day) for fact in finding.facts)
    return Gap(country, heading(country), article, level, facts)


def examples(snapshot: Snapshot, article: str, day: date) -> tuple[Example, ...]:
    """The countries of the atlas whose power is full on `day`, those with a recorded provision first."""
    found = sorted(_full(snapshot, article, day), key=lambda one: (not one.provision, one.country_name))
    return tuple(found)


def _full(snapshot: Snapshot, article: str, day: date) -> Iterator[Example]:
    for code, pack in snapshot.countries.items():
        finding = on_day(pack.powers.get(article, ()), day)
        if finding.value != "full":
            continue
        powers = [fact for fact in finding.facts if isinstance(fact, Power)]
        told = next((power for power in powers if power.provision), powers[0])
        yield Example(
            code,
            heading(code),
            told.provision,
            told.ordered_by,
            told.threshold,
            told.duration,
            told.safeguards,
            tuple(fact_view(fact, snapshot.sources, day) for fact in finding.facts),
        )
