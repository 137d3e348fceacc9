"""A request as large as they come: forty pages of facts and two hundred identifiers, from the form to the paper."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.blocks.facts import NARRATIVE
from comity.casework.rules.forged import LONGEST_TEXT, MOST_ITEMS, kept_of
from comity.casework.rules.gate import check
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import TODAY, complete_of
from comity.documents.adapters.typesetting.letters import typeset

KIND = kind("mla-stored-data")
SENTENCE = "On 14 February 2026, unknown persons ordered three transfers with stolen credentials.\n"
SUMMARY = (SENTENCE * (NARRATIVE // len(SENTENCE))).strip()


def test_it_passes_the_gate_and_goes_on_paper() -> None:
    identifiers = [{"text": f"203.0.113.{n} port {50_000 + n} 2026-02-01 16:05:12 UTC"} for n in range(MOST_ITEMS)]
    content = complete_of(KIND) | {"summary": SUMMARY, "identifiers": identifiers}
    assert check(KIND, content, TODAY) == ()
    paper = letter(KIND, "GE-2026-00012", content, today=TODAY, signatory=signatory("Approver, Georgia", content))
    copy = attachment_bytes(KIND, "GE-2026-00012", content)
    printed = PdfReader(io.BytesIO(typeset(paper, copy)))
    assert len(printed.pages) > 40


@pytest.mark.parametrize(("more", "says"), [("x", "longer than the 120000 that fit"), ("x" * 20_000, "can be kept")])
def test_what_is_longer_is_refused_with_the_limit(more: str, says: str) -> None:
    content = complete_of(KIND) | {"summary": (SUMMARY + SENTENCE * 2)[:NARRATIVE] + more}
    (gap,) = check(KIND, content, TODAY)
    assert gap.field == "summary"
    assert says in gap.sentence


def test_two_hundred_and_one_identifiers_are_refused_with_the_limit() -> None:
    identifiers = [{"text": "203.0.113.7 port 50000 2026-02-01 16:05:12 UTC"}] * (MOST_ITEMS + 1)
    (gap,) = check(KIND, complete_of(KIND) | {"identifiers": identifiers}, TODAY)
    assert gap.sentence == "At most 200 entries can be kept; this has 201."


def test_more_is_kept_than_a_field_accepts_so_that_nothing_typed_is_lost() -> None:
    assert all(kept_of(spec) > spec.longest for spec in KIND)
    assert kept_of(KIND.fields["summary"]) == NARRATIVE + LONGEST_TEXT // 2
