"""Several signers in order: who is due, what each signature keeps, and what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from comity.documents.actions import sign_document as module
from comity.documents.actions.ask_signers import ask_signers
from comity.documents.actions.issue_letter import issue_letter
from comity.documents.actions.sign_document import NotSignable, sign_document
from comity.documents.adapters.timestamps.time_authority import NoTimeStamp
from comity.documents.models import Document, Signature
from comity.documents.queries.documents import document, document_content
from comity.documents.queries.signatures import awaited, signatures
from comity.documents.queries.verification import verify
from comity.documents.rules.asked import NotAskable, names_in
from comity.documents.rules.letter import Letter
from comity.documents.rules.signature import SignerRole
from comity.documents.rules.verification import Verdict
from comity.documents.tests.signing_world import archival_judgement, living_in
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

ACTOR = Actor("user:7", "Approver, Georgia")
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
REFERENCE = "GE-2026-00012"


@pytest.fixture
def issued(letter: Letter) -> UUID:
    return issue_letter(letter, attachment=b"{}", actor=ACTOR).id


def signed_by(number: UUID, role: SignerRole, mandate: str = "") -> None:
    sign_document(number, reason="Request", role=role, mandate=mandate, actor=ACTOR)


def test_three_sign_in_order_and_each_state_keeps_its_digest(
    issued: UUID, home: Path, frozen_clock: Callable[[datetime], None]
) -> None:
    frozen_clock(NOW)
    ask_signers(REFERENCE, before=("Ministry",), after=("City Court",), actor=ACTOR)
    digests = []
    for role in (SignerRole.AUTHORITY, SignerRole.APPROVER, SignerRole.COURT):
        before = document_content(issued)
        signed_by(issued, role, "Approver since 1 January 2026")
        assert document_content(issued).startswith(before)
        digests.append(Digest.of(document_content(issued)))
    found = signatures(REFERENCE, issued)
    assert [(one.position, one.role, one.asked, one.digest) for one in found] == [
        (1, SignerRole.AUTHORITY, "Ministry", digests[0]),
        (2, SignerRole.APPROVER, "", digests[1]),
        (3, SignerRole.COURT, "City Court", digests[2]),
    ]
    assert {(one.signer, one.level, one.source, one.mandate, one.signed_at) for one in found} == {
        ("24/7 point of contact, Georgia", "B-LTA", "node", "Approver since 1 January 2026", NOW)
    }
    assert awaited(REFERENCE, issued) is None
    content = document_content(issued)
    assert all(verdict.api_status.bottom_line for verdict in archival_judgement(content, home))
    assert (verify(content).verdict, verify(content).signatures) == (Verdict.WHOLE, 3)


def test_each_signature_is_recorded_with_what_it_changed(issued: UUID) -> None:
    ask_signers(REFERENCE, before=(), after=("City Court",), actor=ACTOR)
    signed_by(issued, SignerRole.APPROVER)
    signed_by(issued, SignerRole.COURT)
    _, first, second = entries_about(f"document:{issued}")
    assert first.payload["digest"] == second.payload["unsigned"]
    assert (second.payload["position"], second.payload["role"], second.payload["level"]) == (2, "court", "B-LTA")
    (asked,) = entries_about(f"letter:{REFERENCE}")
    assert asked.payload == {"before": [], "after": ["City Court"]}


def test_nobody_signs_before_their_turn(issued: UUID) -> None:
    ask_signers(REFERENCE, before=("Ministry",), after=(), actor=ACTOR)
    with pytest.raises(NotSignable, match=r"The next to sign GE-2026-00012 is: drafter’s authority \(Ministry\)"):
        signed_by(issued, SignerRole.APPROVER)
    assert not document(issued).signed
    assert not Signature.objects.exists()


def test_asking_again_replaces_the_order(issued: UUID) -> None:
    ask_signers(REFERENCE, before=("Ministry",), after=("Court",), actor=ACTOR)
    ask_signers(REFERENCE, before=(), after=(), actor=ACTOR)
    assert [one.role for one in signatures(REFERENCE, issued)] == [SignerRole.APPROVER]


def test_the_mandate_stands_in_the_signature(issued: UUID) -> None:
    signed_by(issued, SignerRole.APPROVER, "Approver since 1 January 2026")
    (found,) = PdfFileReader(io.BytesIO(document_content(issued))).embedded_regular_signatures
    assert found.sig_object["/Reason"] == "Request; mandate: Approver since 1 January 2026"


def test_without_time_stamps_nothing_is_signed_or_kept(issued: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sign", silent)
    with pytest.raises(NoTimeStamp, match="did not answer"):
        signed_by(issued, SignerRole.APPROVER)
    assert not document(issued).signed
    assert len(entries_about(f"document:{issued}")) == 1


def test_where_the_node_may_do_without_it_signs_and_says_so(
    issued: UUID, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "sign", silent)
    with living_in(home, without_timestamps=True):
        signed_by(issued, SignerRole.APPROVER)
    (one,) = signatures(REFERENCE, issued)
    assert (one.level, one.level_sentence) == ("B-B", "The time is the signer’s own word.")
    assert entries_about(f"document:{issued}")[-1].payload["level"] == "B-B"


real = module.sign


def silent(pdf: bytes, **how: object) -> bytes:
    if how["level"] != "B-B":
        raise NoTimeStamp("The time-stamp authority did not answer.")
    return real(pdf, **how)  # type: ignore[arg-type]


def test_a_letter_from_before_there_were_rows_counts_as_signed(issued: UUID) -> None:
    signed_by(issued, SignerRole.APPROVER)
    Signature.objects.all().delete()
    (one,) = signatures(REFERENCE, issued)
    assert (one.made, one.digest) == (True, Document.objects.get(pk=issued).signed_digest)
    assert awaited(REFERENCE, issued) is None


def test_names_are_read_one_a_line() -> None:
    assert names_in("  Ministry  of\tJustice \r\n\n City Court\n") == ("Ministry of Justice", "City Court")


@pytest.mark.parametrize("text", ["A\na", "\n".join("abcdef"), "x" * 201])
def test_what_is_no_order_is_refused_in_words(text: str) -> None:
    with pytest.raises(NotAskable):
        names_in(text)
