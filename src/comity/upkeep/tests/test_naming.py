"""Facts are called by words where people decide about them."""

from __future__ import annotations

from typing import Any

import pytest

from comity.upkeep.rules.difference import ABSENT, Change, Path
from comity.upkeep.rules.naming import name_of_change, name_of_fact

FACT = {"value": "none", "source": "practice", "checked": "2026-01-01", "confidence": "high"}
UKRAINE = {
    "country": {"code": "UA", "name": "Ukraine"},
    "powers": {"17": [FACT]},
    "authorities": [{"id": "ua-x", "name": "Cyber Police", "competences": [FACT | {"value": "point-of-contact"}]}],
}


@pytest.mark.parametrize(
    ("path", "value", "name"),
    [
        (
            ("powers", "17", 0),
            FACT,
            "Ukraine: Article 17, preservation and partial disclosure of traffic data",
        ),
        (("powers", "20"), [FACT], "Ukraine: Article 20, real-time collection of traffic data"),
        (
            ("authorities", 0, "competences", 0),
            UKRAINE["authorities"][0]["competences"][0],
            "Cyber Police: 24/7 point of contact",
        ),
        (("country", "name"), "Ukraine", "Country › name"),
        (("authorities", 7, "competences", 0), FACT, "Authorities › competences"),
    ],
)
def test_a_fact_is_called_by_what_it_is_about(path: Path, value: Any, name: str) -> None:
    assert name_of_fact("country", UKRAINE, path, value) == name


def test_a_change_is_called_by_what_was_or_what_is_to_be() -> None:
    assert "Article 20" in name_of_change("country", UKRAINE, Change(("powers", "20"), ABSENT, [FACT]))
    assert "Article 17" in name_of_change("country", UKRAINE, Change(("powers", "17", 0), FACT, ABSENT))
