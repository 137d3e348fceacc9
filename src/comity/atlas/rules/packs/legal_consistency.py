"""Checks on the legal profile: that its articles exist, and whether it says of a power what the powers say.

How far a power goes stands in one place, the powers, from which plans are made and which the page shows. The legal
profile adds the provision. That the two disagree stops no editor who changes one of them first; a release agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comity.atlas.rules.packs.country import CountryPack, Power, Provision
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.packkit.reading import FactPath

CONVENTION = "ets185"
POWERS = ("16", "17", "18", "19", "20", "21")
"""The Convention's articles that ask for a power of domestic law."""


def legal_faults(pack: CountryPack, instruments: Mapping[str, InstrumentPack]) -> Iterator[tuple[FactPath, str]]:
    """Every fault of one country's legal profile, by its place."""
    for key in pack.legal:
        name, _, article = key.partition(":")
        instrument = instruments.get(name)
        if instrument is None or article not in instrument.instrument.articles:
            yield ("legal", key), f"“{key}” is no article of an instrument. Write it as “ets185:2”."


def disagreements(pack: CountryPack) -> Iterator[tuple[FactPath, str]]:
    """Where the legal profile says of a power what the powers do not, by its place."""
    for article in POWERS:
        key = f"{CONVENTION}:{article}"
        for number, provision in enumerate(pack.legal.get(key, ())):
            if fault := _disagrees(provision, pack.powers.get(article, ())):
                yield ("legal", key, number), fault


def _disagrees(provision: Provision, powers: tuple[Power, ...]) -> str:
    """Why what is said of a power is not what the powers say of the same days; nothing where it is."""
    meanwhile = [power for power in powers if power.period.overlaps(provision.period)]
    if not meanwhile:
        return "How far a power goes is said in powers.yaml first. It says nothing of these days."
    if all(power.value is not provision.value for power in meanwhile):
        return f"The powers say “{meanwhile[0].value}” of these days. Correct one of the two."
    return ""
