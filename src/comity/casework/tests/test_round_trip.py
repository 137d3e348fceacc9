"""A request as a file gives the same request back, field for field, whatever its kind and whatever was typed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from comity.casework.rules.arrival.copy import Copy, copy_of, copy_of_text
from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.content import said
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import Shape
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind, kinds
from comity.casework.rules.translations import joined, translations
from comity.casework.tests.complete import TODAY, complete_of
from comity.casework.tests.contents import ON_PAPER, contents
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.judgement import judge

KINDS = tuple(kinds().values())
REFERENCE = "GE-2026-00012"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def _as_typed(kind: Kind, content: dict[str, Any]) -> dict[str, Any]:
    """What the content says, which is all that a file can give back; blank lines between identifiers say nothing."""
    fields = {
        name: [{"text": item["text"]} for item in value] if kind.fields[name].shape is Shape.IDENTIFIERS else value
        for name, value in said(kind, content).items()
    }
    return joined(fields, translations(kind, content))


def _same(copy: Copy, kind: Kind, content: dict[str, Any]) -> None:
    assert copy.sentences == ()
    assert (copy.kind, copy.their_reference) == (kind.name, REFERENCE)
    assert copy.content == _as_typed(kind, content)
    assert attachment(kind, REFERENCE, copy.content) == attachment(kind, REFERENCE, content)


def _through_paper(kind: Kind, content: dict[str, Any]) -> Copy:
    paper = letter(kind, REFERENCE, content, today=TODAY, signatory=signatory("Duty officer", content))
    made = typeset(paper, attachment_bytes(kind, REFERENCE, content))
    return copy_of(judge(inspect(made, [], NOON), now=NOON).request)


@trials(max_examples=200)
@given(kind=st.sampled_from(KINDS), data=st.data())
def test_as_json_and_back(kind: Kind, data: st.DataObject) -> None:
    content = data.draw(contents(kind))
    _same(copy_of_text(attachment_bytes(kind, REFERENCE, content).decode()), kind, content)


@every_kind
def test_as_a_letter_and_back(kind: Kind) -> None:
    content = complete_of(kind)
    copy = _through_paper(kind, content)
    _same(copy, kind, content)
    assert copy.content == content


@trials(max_examples=15)
@given(kind=st.sampled_from(KINDS), data=st.data())
def test_what_anybody_typed_comes_back_from_paper_too(kind: Kind, data: st.DataObject) -> None:
    content = data.draw(contents(kind, ON_PAPER))
    _same(_through_paper(kind, content), kind, content)


@every_kind
def test_a_draft_of_it_says_the_same(kind: Kind) -> None:
    """Saying it twice says it once: what came back can be sent on."""
    content = complete_of(kind)
    assert said(kind, said(kind, content)) == said(kind, content)


def test_an_entry_without_text_is_no_identifier() -> None:
    content = complete_of(kind("preservation")) | {"identifiers": [{}, {"text": " "}, {"text": "desk@example.net"}]}
    plain = attachment(kind("preservation"), REFERENCE, content)
    assert [item["text"] for item in plain["content"]["identifiers"]] == ["desk@example.net"]
