"""Adding a kind of request touches one folder: here a folder is added, and every part of the house knows the kind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from comity.casework.rules import kinds as folder
from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.chains import possible_follow_ups
from comity.casework.rules.content import from_form
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.follow_up import follow_up
from comity.casework.rules.form import form
from comity.casework.rules.gate import check
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.prefill import Asked, Requester, prefilled
from comity.casework.rules.registry import kind, kind_for, kinds
from comity.casework.rules.schema import schema
from comity.casework.tests.complete import TODAY, complete_of
from comity.documents.adapters.typesetting.letters import typeset
from comity.web.components.attached import attached
from comity.web.components.request_form import parts

DECLARATION = '''"""Hearing by video conference."""

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import requested_authority, requesting_authority
from comity.casework.rules.blocks.facts import facts
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, required_when

KIND = Kind(
    name="video-hearing",
    label="Hearing by video conference",
    article="Article 11, CETS 224",
    letter_kind="request",
    letter_version=1,
    measures=(Measure.HEARING,),
    title="Request for a hearing by video conference",
    subtitle="Article 11 of the Second Additional Protocol",
    closing="Thank you.",
    provenance="Made up for a test.",
    follows=("mla-subscriber",),
    sections=numbered(
        *head("Article 11"),
        *sides(requested_authority("Article 11"), requesting_authority("Article 11", "Article 11")),
        Section("", "Hearing", "Whom to hear.", (
            FieldSpec(
                name="role", label="Heard as", help="One of the two.", article="Article 11", shape=Shape.CHOICE,
                choices=(Choice("witness", "Witness"), Choice("expert", "Expert")), requirement=REQUIRED,
                missing="Nothing says as what the person is heard. Choose one.",
            ),
            FieldSpec(
                name="expertise", label="Field of expertise", help="For example “network forensics”.",
                article="Article 11", shape=Shape.TEXT, requirement=required_when("role", "expert"),
                missing="The field of expertise is missing. Name it.",
            ),
        )),
        Section("", "Facts", "What it is about.", facts("Article 11")),
    ),
)
'''

US = Requester(country="GE", organisation="24/7 point of contact", person="Duty officer", zone="Asia/Tbilisi")


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kind]:
    """The kind of a folder that stands somewhere on the path of kinds; nothing else is changed."""
    (tmp_path / "video_hearing").mkdir()
    (tmp_path / "video_hearing" / "__init__.py").write_text('"""Hearing by video conference."""\n', "utf-8")
    (tmp_path / "video_hearing" / "kind.py").write_text(DECLARATION, "utf-8")
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    kinds.cache_clear()
    yield kind("video-hearing")
    kinds.cache_clear()
    for name in [name for name in sys.modules if name.startswith(f"{folder.__name__}.video_hearing")]:
        del sys.modules[name]
    vars(folder).pop("video_hearing", None)


def test_wizard_and_chains_find_it(added: Kind) -> None:
    assert kind_for("hearing") is added
    assert added in possible_follow_ups(kind("mla-subscriber"), Direction.OUTGOING)
    assert {"supplement", "withdrawal"} <= {one.name for one in possible_follow_ups(added, Direction.OUTGOING)}
    assert {"receipt", "refusal-notice"} <= {one.name for one in possible_follow_ups(added, Direction.INCOMING)}
    begun = follow_up(
        added,
        kind("mla-subscriber"),
        complete_of(kind("mla-subscriber")),
        their_reference="UA-1",
        own_reference="GE-2026-00001",
        sent_on=None,
        today=TODAY,
        requester=US,
    )
    assert {gap.field for gap in check(added, begun, TODAY)} == {"role"}


def test_a_draft_is_prefilled_and_checked(added: Kind) -> None:
    content = prefilled(
        added,
        requester=US,
        asked=Asked("UA", "Central authority", "Europe/Kyiv"),
        identifiers=[],
        data=[],
        urgent=False,
        today=TODAY,
    )
    gaps = {gap.field for gap in check(added, content | {"role": "expert"}, TODAY)}
    assert gaps == {"requesting_email", "expertise", "summary"}
    assert check(added, complete_of(added), TODAY) == ()


def test_the_page_draws_its_form_and_reads_it_back(added: Kind) -> None:
    content = complete_of(added)
    drawn = parts(form(added, content, TODAY))
    assert [part.section.title for part in drawn][-2:] == ["Hearing", "Facts"]
    html = "".join(render_to_string("web/requests/part.html", {"part": part, "countries": ()}) for part in drawn)
    assert "Field of expertise" in html
    assert 'name="expertise"' in html
    posted = {"role": ["expert"], "expertise": ["network forensics"]}
    assert from_form(added, posted)["expertise"] == "network forensics"


def test_its_letter_is_set_and_its_attachment_read(added: Kind) -> None:
    content = complete_of(added)
    paper = letter(added, "GE-2026-00012", content, today=TODAY, signatory=signatory("Duty officer", content))
    assert typeset(paper, attachment_bytes(added, "GE-2026-00012", content)).startswith(b"%PDF-")
    plain = attachment(added, "GE-2026-00012", content)
    jsonschema = pytest.importorskip("jsonschema")
    assert jsonschema.Draft202012Validator(schema(added)).is_valid(plain)
    read = attached(plain)
    assert read is not None
    assert read.kind == "Hearing by video conference"


def test_afterwards_it_is_gone() -> None:
    assert "video-hearing" not in kinds()
