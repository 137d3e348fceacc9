"""Every worked case that stands beside the packs holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.atlas.tests.law import repository_snapshot
from comity.routes.rules.worked_case import WorkedCase, deviations, worked_cases

PACKS = Path(__file__).parents[4] / "packs"
CASES = list(worked_cases(PACKS))


@pytest.fixture(scope="module")
def snapshot():
    return repository_snapshot()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_worked_case(case: WorkedCase, snapshot):
    assert not deviations(case, snapshot), f"{case.says} (Article {case.article})"


def test_there_are_enough_cases_and_no_name_twice():
    assert len(CASES) >= 40
    assert len({case.id for case in CASES}) == len(CASES)
