"""Messy texts and what is read in them, as tables (`texts/*.yaml`) that need no Python to be reviewed.

A line of a table: the type, the value, (its kind), :port, @time, “by” its provider, !needed and ?useful pieces that are
missing. The remark on addresses kept for examples is left out, since nearly all lines use such addresses.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.identify import identify
from comity.kernel.identifiers.missing import Missing, MissingKey, Severity

TABLES = sorted((Path(__file__).parent / "texts").glob("*.yaml"))
CASES = [
    (table.stem, case["text"], case["read"]) for table in TABLES for case in yaml.safe_load(table.read_text("utf-8"))
]
WITH_KIND = {"account", "phone", "imei", "crypto-address", "device-id"}
FEWEST = 120


def line(one: Identifier) -> str:
    """An identifier as the tables write it."""
    parts = [one.type.value, one.value]
    parts += [f"({one.kind})"] if one.kind and one.type.value in WITH_KIND else []
    parts += [f":{one.port}"] if one.port else []
    parts += [f"@{one.time}"] if one.time else []
    parts += [f"by {one.provider}"] if one.provider else []
    return " ".join(parts + [mark(gap) for gap in one.missing if not kept_for_examples(gap)])


def mark(gap: Missing) -> str:
    return ("!" if gap.severity is Severity.NEEDED else "?") + gap.what.value


def kept_for_examples(gap: Missing) -> bool:
    return gap.what is MissingKey.PUBLIC_ADDRESS and gap.severity is Severity.USEFUL


@pytest.mark.parametrize(
    ("table", "text", "expected"), CASES, ids=[f"{table}:{text[:50]!a}" for table, text, _ in CASES]
)
def test_a_messy_text_is_read(table: str, text: str, expected: list[str]) -> None:
    reading = identify(text)
    lines = [line(one) for one in reading.identifiers]
    lines += [f"unread {odd.type.value} {odd.written}" for odd in reading.unread]
    assert lines == expected, f"in {table}.yaml"


def test_the_tables_are_not_lost() -> None:
    assert len(CASES) >= FEWEST
    assert len({text for _, text, _ in CASES}) == len(CASES), "a text stands twice in the tables"


@pytest.mark.parametrize("kind", IdentifierType)
def test_every_type_is_in_the_tables(kind: IdentifierType) -> None:
    lines = [line for _, _, expected in CASES for line in expected]
    assert any(line.startswith(f"{kind.value} ") for line in lines)


@pytest.mark.parametrize("text", [text for _, text, _ in CASES])
def test_the_normalised_text_of_each_reads_back(text: str) -> None:
    for one in identify(text).identifiers:
        (again,) = identify(str(one)).identifiers
        assert line(again) == line(one)
