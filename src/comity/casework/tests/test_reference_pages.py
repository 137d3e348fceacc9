"""The reference page of a kind lists its fields as they are declared, and what the kind says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.casework.rules.declaration import ANY_REQUEST, Kind
from comity.casework.rules.registry import kinds

PAGES = Path(__file__).resolve().parents[4] / "docs" / "reference" / "kinds"

every_kind = pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)


@every_kind
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


@every_kind
def test_the_page_says_what_comes_before_and_after(kind: Kind) -> None:
    page = " ".join((PAGES / f"{kind.name}.md").read_text("utf-8").split())
    for name in (*kind.clocks, *kind.refusal, *kind.postponement, *kind.measures, *kind.bases):
        assert f"`{name}`" in page
    for name in kind.follows:
        assert ("every kind that expects an answer" if name == ANY_REQUEST else f"[{name}]({name}.md)") in page
    assert ("a notice: it ends when it is sent" in page) is (kind.lifecycle == "notice")


@every_kind
def test_the_list_has_a_row_for_it(kind: Kind) -> None:
    rows = (PAGES / "README.md").read_text("utf-8").splitlines()
    row = f"| [`{kind.name}`]({kind.name}.md) | {kind.label} | {kind.article} | {kind.lifecycle} | {kind.addressee} |"
    assert row in rows


def test_no_page_describes_a_kind_that_is_gone() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {*kinds(), "README"}
