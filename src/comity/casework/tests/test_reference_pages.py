"""The reference page of a kind lists its fields as they are declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.casework.rules.declaration import Kind
from comity.casework.rules.registry import kinds

PAGES = Path(__file__).resolve().parents[4] / "docs" / "reference"


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_every_field_has_a_row(kind: Kind) -> None:
    page = (PAGES / f"{kind.name}.md").read_text("utf-8")
    for section in kind.sections:
        assert f"## {section.number}. {section.title}\n" in page
        for spec in section.fields:
            row = f"| `{spec.name}` | {spec.label} | {spec.shape.value} | {spec.requirement.need.value}"
            line = next((line for line in page.splitlines() if line.startswith(row)), None)
            assert line is not None, f"{spec.name} has no row, or an old one: {row}"
            assert line.endswith(f"| {spec.article} |")
    assert page.count("\n| `") == len(kind.fields)
