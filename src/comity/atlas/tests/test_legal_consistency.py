"""The legal profile names articles that exist, and says of a power what the powers say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from comity.atlas.rules.packs.country import CountryPack
from comity.atlas.rules.packs.instrument import InstrumentPack
from comity.atlas.rules.packs.legal_consistency import disagreements, legal_faults
from comity.atlas.tests.law import repository_snapshot

FACT: dict[str, Any] = {"source": "practice", "checked": date(2026, 11, 24), "confidence": "medium"}
ARTICLE = {"title": "An article", **FACT}
CONVENTION = InstrumentPack.model_validate(
    {
        "instrument": {
            "id": "ets185",
            "title": "Convention on Cybercrime",
            "short": "Convention",
            "type": "treaty",
            "in_force": [],
            "articles": {"2": ARTICLE, "16": ARTICLE},
        }
    }
)


def faults(legal: dict[str, Any], powers: dict[str, Any]) -> list[str]:
    country = {"code": "GE", "name": "Georgia", "time_zone": "Asia/Tbilisi", "languages": ["ka"]}
    pack = CountryPack.model_validate({"country": country, "authorities": [], "powers": powers, "legal": legal})
    found = (*legal_faults(pack, {"ets185": CONVENTION}), *disagreements(pack))
    return [sentence for _, sentence in found]


@pytest.mark.parametrize(
    ("legal", "powers", "says"),
    [
        ({"ets185:2": [{"value": "full", **FACT}]}, {}, None),
        ({"ets185:99": [{"value": "full", **FACT}]}, {}, "no article"),
        ({"ets30:2": [{"value": "full", **FACT}]}, {}, "no article"),
        ({"2": [{"value": "full", **FACT}]}, {}, "no article"),
        ({"ets185:16": [{"value": "none", **FACT}]}, {"16": [{"value": "none", **FACT}]}, None),
        ({"ets185:16": [{"value": "full", **FACT}]}, {"16": [{"value": "none", **FACT}]}, "The powers say “none”"),
        ({"ets185:16": [{"value": "full", **FACT}]}, {}, "powers.yaml first"),
        (
            {"ets185:16": [{"value": "full", "from": date(2022, 1, 1), **FACT}]},
            {"16": [{"value": "full", "to": date(2022, 1, 1), **FACT}]},
            "powers.yaml first",
        ),
    ],
)
def test_the_legal_profile_agrees_with_law_and_powers(legal, powers, says):
    found = faults(legal, powers)
    assert (says is None) == (not found)
    assert all(says in sentence for sentence in found)


def test_the_packs_of_a_release_agree() -> None:
    for code, pack in repository_snapshot().countries.items():
        assert list(disagreements(pack)) == [], code
