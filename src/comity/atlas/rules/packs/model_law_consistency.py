"""Checks of model laws: their articles are powers of the Convention, and no id stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.rules.packs.consistency import power_names
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.atlas.rules.packs.model_law import ModelLawPack
from comity.packkit.kind import Contents, Fault


def model_law_faults(contents: Contents) -> Iterator[Fault]:
    """Every fault of every model law."""
    instruments = {pack.instrument.id: pack for pack in contents.values() if isinstance(pack, InstrumentPack)}
    for name, pack in sorted(contents.items()):
        if not isinstance(pack, ModelLawPack):
            continue
        seen: set[str] = set()
        for article, model in pack.law.articles.items():
            if article not in power_names(instruments):
                yield Fault(name, ("law", "articles", article), f"“{article}” is not among the Convention's powers.")
            for place, element in enumerate(model.elements):
                if element.id in seen:
                    path = ("law", "articles", article, "elements", place, "id")
                    yield Fault(name, path, f"“{element.id}” stands here a second time.")
                seen.add(element.id)
        for place, safeguard in enumerate(pack.law.safeguards):
            if safeguard.id in seen:
                yield Fault(name, ("law", "safeguards", place, "id"), f"“{safeguard.id}” stands here a second time.")
            seen.add(safeguard.id)
