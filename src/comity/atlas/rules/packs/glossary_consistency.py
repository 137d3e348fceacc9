"""Checks of the glossary against itself and the instruments: what a term refers to exists."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.rules.packs.glossary import GlossaryPack
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.packkit.kind import Contents, Fault


def glossary_faults(contents: Contents) -> Iterator[Fault]:
    """Related terms and articles that are nowhere, and terms that stand twice under different keys."""
    articles = {
        f"{pack.instrument.id}:{article}"
        for pack in contents.values()
        if isinstance(pack, InstrumentPack)
        for article in pack.instrument.articles
    }
    for name, pack in sorted(contents.items()):
        if isinstance(pack, GlossaryPack):
            seen: set[str] = set()
            for key, term in pack.glossary.items():
                for other in term.see:
                    if other not in pack.glossary:
                        yield Fault(name, ("glossary", key, "see"), f"“{other}” is no term of this glossary.")
                for article in term.defined_by:
                    if article not in articles:
                        yield Fault(name, ("glossary", key, "defined_by"), f"“{article}” is no article of a pack.")
                if term.term.casefold() in seen:
                    yield Fault(name, ("glossary", key, "term"), f"“{term.term}” stands here a second time.")
                seen.add(term.term.casefold())
