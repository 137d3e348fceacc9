"""Letters signed in somebody's own software: taken in only where nothing but signatures was added."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata
from pyhanko.sign.signers.pdf_signer import PdfSigner

from comity.documents.actions.add_signatures_from_elsewhere import add_signatures_from_elsewhere
from comity.documents.actions.ask_signers import ask_signers
from comity.documents.actions.issue_letter import issue_letter
from comity.documents.actions.sign_document import NotSignable, sign_document
from comity.documents.adapters.reading.increment import increment
from comity.documents.adapters.signing.offered import offered
from comity.documents.adapters.signing.signatures import node_signing_key, sign
from comity.documents.models import Signature
from comity.documents.queries.documents import document, document_content
from comity.documents.queries.offered import offered_content
from comity.documents.queries.signatures import signatures
from comity.documents.queries.verification import verify
from comity.documents.rules.increment import Added
from comity.documents.rules.letter import Letter
from comity.documents.rules.signature import Level
from comity.documents.rules.verification import Verdict
from comity.documents.tests.conftest import node
from comity.documents.tests.signing_world import with_drawing
from comity.ledger.rules.actor import Actor

ACTOR = Actor("user:7", "Approver, Georgia")
REFERENCE = "GE-2026-00012"


def signed_by_other_software(pdf: bytes, box: tuple[int, int, int, int] | None = None) -> bytes:
    """As software other than this node's writes it: its own field, its own metadata, perhaps a picture."""
    field = SigFieldSpec("Elsewhere", on_page=0, box=box) if box else SigFieldSpec("Elsewhere")
    signer = PdfSigner(PdfSignatureMetadata("Elsewhere"), node_signing_key().signer, new_field_spec=field)
    made: io.BytesIO = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))
    return made.getvalue()


def test_what_is_offered_is_the_same_bytes_each_time_and_keeps_the_letter(unsigned: bytes) -> None:
    assert offered(unsigned) == offered(unsigned)
    assert offered(unsigned).startswith(unsigned)
    assert offered(offered(unsigned)) == offered(unsigned)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("box", [None, (300, 20, 500, 60)])
def test_signatures_of_other_software_count_also_visible_ones(unsigned: bytes, box: tuple[int, int, int, int]) -> None:
    before = offered(unsigned)
    found = increment(before, signed_by_other_software(before, box))
    assert (found.added, len(found.signatures)) == (Added.SIGNATURES, 1)
    assert found.signatures[0].signer == "24/7 point of contact, Georgia"
    assert found.signatures[0].level == "B-B"


@pytest.mark.usefixtures("home")
def test_an_archival_one_is_known_by_its_parts(unsigned: bytes) -> None:
    before = offered(unsigned)
    for level in Level:
        assert [one.level for one in increment(before, sign(before, reason="x", level=level)).signatures] == [level]


@pytest.mark.usefixtures("home")
def test_whatever_else_was_added_is_found(unsigned: bytes) -> None:
    before = offered(unsigned)
    for changed, says in (
        (sign(with_drawing(before), reason="x"), Added.OTHER),
        (with_drawing(before), Added.OTHER),
        (with_drawing(sign(before, reason="x")), Added.OTHER),
        (before + b"\n", Added.OTHER),
        (before + b"%PDF-1.7 1 0 obj endobj xref trailer startxref 0 %%EOF", Added.OTHER),
        (before, Added.NOTHING),
    ):
        assert increment(before, changed).added == says


@pytest.fixture
def issued(letter: Letter, home: Path, db: None) -> UUID:
    return issue_letter(letter, attachment=b"{}", actor=ACTOR).id


def test_a_signed_letter_is_taken_in(issued: UUID) -> None:
    uploaded = signed_by_other_software(offered_content(issued))
    (made,) = add_signatures_from_elsewhere(issued, uploaded, actor=ACTOR)
    assert (made.signer, made.source, made.level) == ("24/7 point of contact, Georgia", "elsewhere", "B-B")
    assert document_content(issued) == uploaded
    assert verify(uploaded).verdict is Verdict.WHOLE


def test_after_the_node_s_own_signature_another_comes_from_elsewhere(issued: UUID) -> None:
    ask_signers(REFERENCE, before=(), after=("City Court",), actor=ACTOR)
    sign_document(issued, reason="Request", actor=ACTOR)
    add_signatures_from_elsewhere(issued, signed_by_other_software(offered_content(issued)), actor=ACTOR)
    assert [one.source for one in signatures(REFERENCE, issued)] == ["node", "elsewhere"]
    assert verify(document_content(issued)).signatures == 2


def test_two_signatures_fill_two_places(issued: UUID) -> None:
    ask_signers(REFERENCE, before=(), after=("City Court",), actor=ACTOR)
    twice = sign(sign(offered_content(issued), reason="x"), reason="y")
    assert [one.reason for one in add_signatures_from_elsewhere(issued, twice, actor=ACTOR)] == ["x", "y"]


def by_a_stranger(pdf: bytes) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, node(Path(folder), "Somebody"):
        return signed_by_other_software(pdf)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda pdf: pdf, "carries no new signature"),
        (lambda pdf: signed_by_other_software(pdf)[1:], "does not begin with the letter as it stands here"),
        (lambda pdf: sign(with_drawing(pdf), reason="x"), "holds more than signatures"),
        (lambda pdf: sign(sign(pdf, reason="x"), reason="y"), "adds 2 signatures, but only 1"),
        (by_a_stranger, "cannot be accepted. Somebody: no certificate that this node trusts"),
    ],
)
def test_anything_else_is_refused_in_words_and_nothing_is_kept(
    issued: UUID, make: Callable[[bytes], bytes], says: str
) -> None:
    with pytest.raises(NotSignable, match=says):
        add_signatures_from_elsewhere(issued, make(offered_content(issued)), actor=ACTOR)
    assert not document(issued).signed
    assert not Signature.objects.exists()


def test_whoever_signs_an_older_state_is_told(issued: UUID) -> None:
    ask_signers(REFERENCE, before=(), after=("City Court",), actor=ACTOR)
    older = signed_by_other_software(offered_content(issued))
    sign_document(issued, reason="Request", actor=ACTOR)
    with pytest.raises(NotSignable, match="does not begin"):
        add_signatures_from_elsewhere(issued, older, actor=ACTOR)
