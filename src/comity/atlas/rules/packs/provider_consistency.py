"""Checks of provider packs: each stands where its id says, names somebody to address, and is reached by a page."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.rules.packs.provider import ProviderFile, ProviderPack
from comity.packkit.kind import Contents, Fault
from comity.packkit.reading import FactPath


def provider_faults(contents: Contents) -> Iterator[Fault]:
    """Every fault of every provider pack."""
    for name, pack in sorted(contents.items()):
        if isinstance(pack, ProviderPack):
            for path, sentence in _faults(name, pack.provider):
                yield Fault(name, ("provider", *path), sentence)


def _faults(name: str, own: ProviderFile) -> Iterator[tuple[FactPath, str]]:
    if name.rpartition("/")[2] != own.id:
        yield ("id",), f"The folder “{name}” and the id “{own.id}” differ."
    if not own.entities:
        yield ("entities",), "No legal entity: a request needs somebody to be addressed to."
    for asked, facts in own.accepts.items():
        for number, fact in enumerate(facts):
            if not fact.value:
                yield ("accepts", asked.value, number), "Nothing is taken here. Leave out what is not known."
    yield from _channels(own)


def _channels(own: ProviderFile) -> Iterator[tuple[FactPath, str]]:
    """Portals and emergency channels that are not pages."""
    for key, pages in (("portal", own.portal), ("emergency", own.emergency)):
        for number, page in enumerate(pages):
            if not page.value.startswith("https://"):
                yield (key, number), f"“{page.value}” is not the address of a page. A pack holds no other channel."
