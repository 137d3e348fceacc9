"""Makes up countries with years of facts: as many authorities, powers and observations as an assessment a year leaves.

The packs of the repository stay; those of countries give way to made-up ones, and every State has a standing towards
every instrument. Nothing here is true of any country.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pycountry

from comity.atlas.queries.folder import folder_packs
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.kinds import KINDS
from comity.atlas.rules.packs.profile import Heading, Practice
from comity.packkit.pack import Label, Pack, digest_of

LAST_YEAR = 2025
ARTICLES = ("16", "17", "18", "19", "20", "21", "general-seizure")
LEVELS = ("full", "partial", "none")
FUNCTIONS = ("point-of-contact", "central-authority", "cybercrime-unit", "police-cooperation")
NAMES = ("Ministry of Justice", "Prosecutor General's Office", "National Police", "Cyber Police", "High Court")
TOPICS = ("strategies", "procedural-law", "cybercrime-units", "police-cooperation", "judicial-cooperation")
WORDS = (
    *("expedited", "preservation", "production", "order", "search", "seizure", "subscriber", "traffic", "content"),
    *("provider", "judge", "prosecutor", "warrant", "threshold", "offence", "imprisonment", "interception"),
    *("safeguards", "proportionality", "emergency", "request", "assistance", "authority", "channel", "translation"),
    *("hearing", "evidence", "network", "police", "court", "statute", "section", "paragraph", "amendment"),
)
_SHAPES = {kind.name: kind.shape for kind in KINDS}


def world(folder: Path, countries: int, years: int) -> tuple[list[Pack], list[str]]:
    """The packs of `folder` with made-up countries, and these countries' codes."""
    random = Random(4)  # noqa: S311  (makes facts up)
    codes = sorted(country.alpha_2 for country in pycountry.countries)[:countries]
    kept = [pack for pack in folder_packs(folder) if pack.kind != "country"]
    packs = [_instrument(pack, codes, random) if pack.kind == "instrument" else pack for pack in kept]
    packs += [_pack(f"countries/{code.lower()}", "country", _country(code, years, random)) for code in codes]
    return packs, codes


def _pack(name: str, kind: str, content: dict[str, Any], title: str = "") -> Pack:
    label = Label(kind=kind, title=title or name, version=1)
    validated = _SHAPES[kind].model_validate(content)
    return Pack(name, kind, label.title, 1, digest_of(label, validated), validated, {}, {})


def _instrument(pack: Pack, codes: list[str], random: Random) -> Pack:
    content = pack.content.model_dump(mode="json", by_alias=True)
    for code in codes:
        content["parties"].setdefault(code, [_fact("party", date(random.randrange(1995, 2020), 7, 1))])
    return _pack(pack.name, pack.kind, content, pack.title)


def _country(code: str, years: int, random: Random) -> dict[str, Any]:
    first = LAST_YEAR - years + 1
    return {
        "country": {
            "code": code,
            "name": pycountry.countries.get(alpha_2=code).name,
            "time_zone": "Europe/Paris",
            "languages": ["fr"],
            "request_languages": [_fact(["fr", "en"])],
        },
        "authorities": [
            {"id": f"{code.lower()}-{number}", "name": name, "competences": list(_competences(first, years))}
            for number, name in enumerate(NAMES)
        ],
        "powers": {article: list(_powers(first, years, random)) for article in ARTICLES},
        "observations": {topic: list(_observations(first, years, random)) for topic in TOPICS},
        "profile": {heading.value: [_fact(_sentence(random, 30))] for heading in Heading},
        "practice": {asked.value: [_fact(_sentence(random, 15))] for asked in Practice},
        "procedures": {measure.value: [_fact(_sentence(random, 15)) | {"typical_days": 30}] for measure in Measure},
    }


def _competences(first: int, years: int) -> Iterator[dict[str, Any]]:
    for function in FUNCTIONS:
        for year in range(first, first + years, 5):
            yield _fact(function, date(year, 1, 1), date(year + 5, 1, 1) if year + 5 <= LAST_YEAR else None)


def _powers(first: int, years: int, random: Random) -> Iterator[dict[str, Any]]:
    for year in range(first, first + years):
        end = date(year + 1, 1, 1) if year < LAST_YEAR else None
        fact = _fact(random.choice(LEVELS), date(year, 1, 1), end)
        more = {"provision": f"Criminal Procedure Code, Article {random.randrange(100, 400)}", "ordered_by": "a judge"}
        yield fact | more | {"observed": f"{year}-06-01", "note": _sentence(random, 12)}


def _observations(first: int, years: int, random: Random) -> Iterator[dict[str, Any]]:
    for year in range(first, first + years):
        end = date(year + 1, 1, 1) if year < LAST_YEAR else None
        yield _fact([_sentence(random, 6)], date(year, 1, 1), end) | {"observed": f"{year}-06-01"}


def _fact(value: Any, start: date | None = None, end: date | None = None) -> dict[str, Any]:
    return {
        "value": value,
        "from": start and start.isoformat(),
        "to": end and end.isoformat(),
        "source": "practice",
        "at": "made up",
        "checked": (date(LAST_YEAR, 1, 1) + timedelta(days=40)).isoformat(),
        "confidence": "medium",
    }


def _sentence(random: Random, words: int) -> str:
    return " ".join(random.choices(WORDS, k=words)).capitalize()
