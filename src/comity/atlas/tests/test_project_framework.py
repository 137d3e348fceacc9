"""What the check of packs finds wrong in a project's results framework, each at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from comity.atlas.rules.packs.project import ProjectPack
from comity.atlas.rules.packs.project_consistency import project_faults

FILE = Path(__file__).parents[4] / "packs" / "programme" / "eap-ii" / "project.yaml"
FIRST = {"starts": "2016-01-01", "ends": "2016-12-31"}


def _project(part: str, **changes: Any) -> ProjectPack:
    """The project of the packs, with the first of its outputs or indicators changed."""
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    told[part][0] |= changes
    return ProjectPack.model_validate({"project": told})


@pytest.mark.parametrize(
    ("part", "changes", "field", "sentence"),
    [
        ("outputs", {"result": 9}, "result", "The project has no expected result 9."),
        ("outputs", {"number": "1.2"}, "number", "“1.2” stands here a second time."),
        ("indicators", {"of": "9"}, "of", "The project has no expected result or output 9."),
        ("indicators", {"number": "1.b"}, "number", "“1.b” stands here a second time."),
        ("indicators", {"baseline_source": ""}, "baseline_source", "The baseline has no source."),
        ("indicators", {"periods": [FIRST, FIRST]}, "periods", "Two periods overlap."),
        ("indicators", {"periods": [FIRST | {"ends": "2015-12-31"}]}, "periods", "A period ends before it begins."),
    ],
)
def test_a_fault_is_found_at_its_place(part: str, changes: dict[str, Any], field: str, sentence: str) -> None:
    faults = list(project_faults({"eap-ii": _project(part, **changes)}))

    assert sentence in [fault.sentence for fault in faults]
    assert (faults[0].path[1], faults[0].path[-1]) == (part, field) or len(faults) > 1


def test_what_the_packs_hold_is_sound() -> None:
    assert list(project_faults({"eap-ii": _project("outputs")})) == []
