"""From findings to a verdict, as a table: whatever is in doubt counts against the file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.documents.rules.findings import Attached, Findings, Problem
from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.judgement import judge
from comity.documents.rules.seal import After, Chain, Seal, SealLevel, Stamp
from comity.documents.rules.verification import Verdict
from comity.kernel.answer import Answer

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GOOD = Seal(
    signer="Contact point, Georgia",
    organisation="Contact point",
    country="GE",
    issuer="Test authority",
    fingerprint="ab" * 32,
    reason="Request",
    claimed_at="2026-11-24T11:00:00+00:00",
    valid_from="2026-01-01T00:00:00+00:00",
    valid_to="2029-01-01T00:00:00+00:00",
    intact=True,
    genuine=True,
    after=After.NOTHING,
    chain=Chain.TRUSTED,
)
OTHER = replace(GOOD, signer="Prosecutor, Georgia")
STAMP = Stamp("Time office", "", "GE", "cd" * 32, "2026-11-24T11:00:05+00:00", False, True, Chain.TRUSTED, "List")

CASES = [
    ((), Verdict.UNSIGNED),
    ((GOOD,), Verdict.WHOLE),
    ((replace(GOOD, after=After.ARCHIVAL),), Verdict.WHOLE),
    ((replace(GOOD, after=After.SIGNATURES),), Verdict.CHANGED),
    ((replace(GOOD, after=After.OTHER),), Verdict.CHANGED),
    ((replace(GOOD, intact=False, chain=Chain.NOT_ASKED),), Verdict.CHANGED),
    ((replace(GOOD, genuine=False, chain=Chain.NOT_ASKED),), Verdict.CHANGED),
    *(((replace(GOOD, chain=chain),), Verdict.UNKNOWN_SIGNER) for chain in Chain if chain is not Chain.TRUSTED),
    ((replace(GOOD, after=After.SIGNATURES), OTHER), Verdict.WHOLE),
    ((replace(GOOD, after=After.SIGNATURES), replace(OTHER, chain=Chain.UNKNOWN)), Verdict.UNKNOWN_SIGNER),
    ((replace(GOOD, after=After.OTHER), OTHER), Verdict.CHANGED),
    ((replace(GOOD, after=After.SIGNATURES), replace(OTHER, after=After.SIGNATURES)), Verdict.CHANGED),
]


@pytest.mark.parametrize(("seals", "verdict"), CASES)
def test_verdicts(seals: tuple[Seal, ...], verdict: Verdict) -> None:
    found = judge(Findings(seals=seals, attached=Attached.READ, request='{"a": 1}'), now=NOW)
    assert found.verdict is verdict
    assert found.trusted is (verdict is Verdict.WHOLE)
    assert found.reasons
    assert found.request == (None if verdict is Verdict.CHANGED else {"a": 1})


@pytest.mark.parametrize("problem", [problem for problem in Problem if problem])
def test_what_cannot_be_read_says_why(problem: Problem) -> None:
    found = judge(Findings(problem), now=NOW)
    assert found.verdict is (Verdict.CHANGED if problem is Problem.DAMAGED_SIGNED else Verdict.UNREADABLE)
    assert found.reasons[0].endswith(".")
    assert not found.trusted
    assert found.request is None


def test_a_whole_file_has_no_check_that_says_no() -> None:
    everything = product((True, False), (True, False), After, Chain)
    for intact, genuine, after, chain in everything:
        if (chain is Chain.NOT_ASKED) is (intact and genuine):
            continue  # cannot be: the chain is asked about exactly where the signature holds
        seal = replace(GOOD, intact=intact, genuine=genuine, after=after, chain=chain)
        found = judge(Findings(seals=(seal,), attached=Attached.READ, request="{}"), now=NOW)
        answers = [check.answer for check in found.checks]
        assert (Answer.NO not in answers) is (found.verdict is Verdict.WHOLE), seal


def test_what_was_not_asked_is_unknown() -> None:
    checks = {check.name: check for check in judge(Findings(seals=(GOOD,)), now=NOW).checks}
    assert checks["Revocation"].answer is Answer.UNKNOWN
    assert checks["Time of signing"].answer is Answer.UNKNOWN
    assert "as the signer claims" in checks["Time of signing"].sentence


def test_a_certificate_that_ran_out_is_said_to_have() -> None:
    later = datetime(2030, 1, 1, tzinfo=UTC)
    found = judge(Findings(seals=(replace(GOOD, chain=Chain.EXPIRED),)), now=later)
    checks = {check.name: check.answer for check in found.checks}
    assert checks["Certificate in force"] is Answer.NO
    assert "run out" in " ".join(found.reasons)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"a": NaN}', "NaN"),
        ("[" * 100 + "]" * 100, "levels deep"),
        ("[" * 500_000, "not JSON"),
        ("1" * 5_000, "not JSON"),
    ],
)
def test_a_copy_that_two_readers_could_read_two_ways_is_not_read(text: str, says: str) -> None:
    found = judge(Findings(seals=(GOOD,), attached=Attached.READ, request=text), now=NOW)
    copy = next(check for check in found.checks if check.name == "Machine-readable copy")
    assert found.request is None
    assert copy.answer is Answer.NO
    assert says in copy.sentence


@pytest.mark.parametrize("attached", [Attached.NONE, Attached.TWICE, Attached.TOO_LARGE])
def test_a_missing_copy_is_said(attached: Attached) -> None:
    found = judge(Findings(seals=(GOOD,), attached=attached), now=NOW)
    assert found.verdict is Verdict.WHOLE
    assert found.checks[-1].answer is Answer.NO


@given(
    st.lists(st.sampled_from([GOOD, OTHER, replace(GOOD, after=After.OTHER, stamps=(STAMP,), level=SealLevel.LTA)])),
    st.lists(st.builds(Inside, st.text(), st.integers(), st.sampled_from(FileSort))),
    st.text(),
)
def test_findings_cross_between_processes(seals: list[Seal], files: list[Inside], request: str) -> None:
    findings = Findings(seals=tuple(seals), files=tuple(files), runs=True, attached=Attached.READ, request=request)
    assert Findings.from_plain(json.loads(json.dumps(findings.plain()))) == findings
