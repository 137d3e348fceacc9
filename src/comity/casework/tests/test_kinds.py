"""Every kind, whichever there are: form, gate, letter, attachment and schema agree on its declaration."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.content import said
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.casework.rules.footing import Footing, named_in
from comity.casework.rules.form import form
from comity.casework.rules.gate import advise, check, completeness
from comity.casework.rules.identifiers import lines
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kinds
from comity.casework.rules.schema import schema
from comity.casework.tests.complete import TODAY, complete_of
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.letter import Letter, Tick

KINDS = tuple(kinds().values())
REFERENCE = "GE-2026-00012"
REQUIRED = [(kind, spec) for kind in KINDS for spec in kind if spec.requirement.applies(complete_of(kind))]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def _letter(kind: Kind, content: dict[str, Any]) -> Letter:
    return letter(kind, REFERENCE, content, today=TODAY, signatory=signatory("Duty officer, Georgia", content))


@every_kind
def test_complete_content_passes_and_fills_the_form(kind: Kind) -> None:
    content = complete_of(kind)
    assert check(kind, content, TODAY) == ()
    drawn = form(kind, content, TODAY)
    assert drawn.complete
    assert drawn.done == drawn.total > 0
    assert [section.number for section in drawn.sections] == [str(n) for n in range(1, len(kind.sections) + 1)]


@pytest.mark.parametrize(("kind", "spec"), REQUIRED, ids=[f"{kind.name}-{spec.name}" for kind, spec in REQUIRED])
def test_a_required_field_left_out_is_its_gap(kind: Kind, spec: FieldSpec) -> None:
    content = {name: value for name, value in complete_of(kind).items() if name != spec.name}
    gaps = [gap for gap in check(kind, content, TODAY) if gap.field == spec.name]
    assert [(gap.sentence, gap.article) for gap in gaps] == [(spec.missing, spec.article)]
    dependent = {other.name for other in kind if other.requirement.field == spec.name}
    assert {gap.field for gap in check(kind, content, TODAY)} <= {spec.name, *dependent}
    assert completeness(kind, content, TODAY)[0] < completeness(kind, content, TODAY)[1]


@every_kind
def test_every_required_field_says_what_to_do(kind: Kind) -> None:
    for spec in kind:
        if spec.requirement.need is Need.REQUIRED:
            assert spec.missing.endswith("."), spec.name
        assert spec.article, spec.name
        assert spec.help.endswith((".", "”.", "…")), spec.name
        assert "invalid" not in f"{spec.missing}{spec.help}".lower()


@every_kind
def test_the_letter_prints_every_field_that_is_said(kind: Kind) -> None:
    content = complete_of(kind)
    paper = _letter(kind, content)
    printed = [text for _, text in paper.texts()]
    for name, value in said(kind, content).items():
        spec = kind.fields[name]
        for text in _texts(spec, value, content):
            assert any(text in one for one in printed), (name, text)
    assert paper.parties[0].name == content[kind.asked]
    assert paper.signatory.organisation == content["requesting_organisation"]


def _texts(spec: FieldSpec, value: Any, content: dict[str, Any]) -> tuple[str, ...]:
    """Where another treaty is named, a choice does not cite the article of the form's own."""
    on = Footing(named_in(content))
    match spec.shape:
        case Shape.IDENTIFIERS:
            return lines(value)
        case Shape.CHOICE:
            return (on.words(spec.label_of(value)),)
        case Shape.CHOICES:
            return tuple(on.words(spec.label_of(item)) for item in value)
        case Shape.YES_NO:
            return (spec.label,)
        case Shape.DATE | Shape.PERIOD | Shape.COUNTRY:
            return ()
    return (str(value),)


@every_kind
def test_what_is_ticked_is_ticked_on_paper_and_nothing_else(kind: Kind) -> None:
    content = complete_of(kind)
    paper = _letter(kind, content)
    rows = [row for part in (*paper.parties, *paper.sections) for row in part.rows]
    ticks = [tick for row in rows if isinstance(row.value, tuple) for tick in row.value if isinstance(tick, Tick)]
    chosen = [
        label
        for name, value in said(kind, content).items()
        if name != "status" and kind.fields[name].shape in {Shape.CHOICE, Shape.CHOICES, Shape.YES_NO}
        for label in _texts(kind.fields[name], value, content)
    ]
    assert sorted(tick.label for tick in ticks if tick.chosen) == sorted(chosen)


@every_kind
def test_letter_and_attachment_become_one_archival_file(kind: Kind) -> None:
    content = complete_of(kind)
    made = typeset(_letter(kind, content), attachment_bytes(kind, REFERENCE, content))
    assert made.startswith(b"%PDF-")


@every_kind
def test_an_empty_draft_gives_a_letter_too(kind: Kind) -> None:
    assert typeset(_letter(kind, {}), attachment_bytes(kind, REFERENCE, {})).startswith(b"%PDF-")


@every_kind
def test_the_schema_accepts_what_the_gate_accepts(kind: Kind) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    rules = schema(kind)
    jsonschema.Draft202012Validator.check_schema(rules)
    validator = jsonschema.Draft202012Validator(rules)
    plain = attachment(kind, REFERENCE, complete_of(kind))
    assert list(validator.iter_errors(plain)) == []
    for name in plain["content"]:
        without = {key: value for key, value in plain["content"].items() if key != name}
        demanded = kind.fields[name].requirement.applies(complete_of(kind))
        assert validator.is_valid(plain | {"content": without}) is not demanded, name
    assert list(validator.iter_errors(plain | {"content": plain["content"] | {"approved_by": "me"}}))


@given(kind=st.sampled_from(KINDS), content=JSON)
def test_arbitrary_json_never_raises_and_never_passes(kind: Kind, content: Any) -> None:
    assert check(kind, content, TODAY)
    advise(kind, content, TODAY)
    completeness(kind, content, TODAY)


@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_arbitrary_values_of_its_own_fields_never_raise(data: st.DataObject, kind: Kind) -> None:
    changes = data.draw(st.dictionaries(st.sampled_from(sorted(kind.fields)), JSON, max_size=6))
    content = complete_of(kind) | changes
    for gap in check(kind, content, TODAY):
        assert gap.sentence
        assert "invalid" not in gap.sentence.lower()
    advise(kind, content, TODAY)
    completeness(kind, content, TODAY)
    form(kind, content, TODAY)
