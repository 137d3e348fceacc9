"""Issuing and signing against a real database: kept, recorded, once, and all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from comity.documents.actions import append_signature as signing
from comity.documents.actions import issue_letter as issuing
from comity.documents.actions.issue_letter import issue_letter
from comity.documents.actions.sign_document import NotSignable, sign_document
from comity.documents.models.document import Document
from comity.documents.queries.documents import document, document_content
from comity.documents.queries.verification import verify
from comity.documents.rules.letter import Letter
from comity.documents.rules.printable import NotPrintable
from comity.documents.rules.verification import Verdict
from comity.documents.rules.view import NoSuchDocument
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

DRAFTER = Actor("user:7", "Drafter, Georgia")
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
REASON = "Data preservation request GE-2026-00012"


def test_from_letter_to_signed_document(
    letter: Letter, attachment: bytes, frozen_clock: Callable[[datetime], None]
) -> None:
    frozen_clock(NOW)
    issued = issue_letter(letter, attachment=attachment, actor=DRAFTER)
    unsigned = document_content(issued.id)
    assert document(issued.id) == issued
    assert (issued.signed, issued.pages, issued.created_at, issued.file_name) == (
        False, 2, NOW, "GE-2026-00012-preservation.pdf",
    )  # fmt: skip
    assert (issued.digest, issued.size) == (Digest.of(unsigned), len(unsigned))

    signed = sign_document(issued.id, reason=REASON, actor=DRAFTER)
    content = document_content(issued.id)
    assert document(issued.id) == signed
    assert (signed.signed, signed.signed_at, signed.unsigned_digest) == (True, NOW, issued.digest)
    assert (signed.digest, signed.size) == (Digest.of(content), len(content))
    assert content.startswith(unsigned)
    assert bytes(Document.objects.get(pk=issued.id).unsigned) == unsigned

    found = verify(content)
    assert found.verdict is Verdict.WHOLE
    assert found.signed_at == NOW
    assert found.request is not None


def test_both_steps_are_recorded(letter: Letter, attachment: bytes) -> None:
    issued = issue_letter(letter, attachment=attachment, actor=DRAFTER)
    signed = sign_document(issued.id, reason=REASON, actor=DRAFTER)
    first, second = entries_about(f"document:{issued.id}")
    assert [first.name, second.name] == ["document-issued", "document-signed"]
    assert first.actor_display == "Drafter, Georgia"
    assert first.payload == {
        "kind": "preservation", "version": 1, "reference": "GE-2026-00012", "pages": 2, "size": issued.size,
        "digest": issued.digest, "attachment": Digest.of(attachment),
    }  # fmt: skip
    assert second.payload["digest"] == signed.digest
    assert second.payload["unsigned"] == issued.digest
    assert second.payload["certificate"] == verify(document_content(issued.id)).fingerprint


def test_without_asking_a_document_is_signed_once(letter: Letter) -> None:
    issued = issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    signed = sign_document(issued.id, reason=REASON, actor=DRAFTER)
    with pytest.raises(NotSignable, match="every signature that was asked for"):
        sign_document(issued.id, reason=REASON, actor=DRAFTER)
    assert document(issued.id) == signed


@pytest.mark.parametrize("reason", ["", "  ", "two\nlines", "x" * 201])
def test_a_signature_needs_its_reason(letter: Letter, reason: str) -> None:
    issued = issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    with pytest.raises(NotSignable, match="reason"):
        sign_document(issued.id, reason=reason, actor=DRAFTER)
    assert not document(issued.id).signed


def test_what_is_not_there_is_not_there() -> None:
    for look in (document, document_content, lambda number: sign_document(number, reason=REASON, actor=DRAFTER)):
        with pytest.raises(NoSuchDocument, match="no such document"):
            look(uuid4())


def test_a_letter_that_cannot_be_printed_leaves_nothing(letter: Letter) -> None:
    with pytest.raises(NotPrintable):
        issue_letter(replace(letter, closing="漢"), attachment=b"{}", actor=DRAFTER)
    assert not Document.objects.exists()


def test_what_cannot_be_recorded_is_not_kept(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no ledger")

    monkeypatch.setattr(issuing, "record", fail)
    with pytest.raises(RuntimeError, match="no ledger"):
        issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    assert not Document.objects.exists()
    monkeypatch.undo()
    issued = issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    monkeypatch.setattr(signing, "record", fail)
    with pytest.raises(RuntimeError, match="no ledger"):
        sign_document(issued.id, reason=REASON, actor=DRAFTER)
    assert not document(issued.id).signed


def test_half_a_signature_cannot_be_kept(letter: Letter) -> None:
    issued = issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    with pytest.raises(IntegrityError, match="document_signed_wholly_or_not"), transaction.atomic():
        Document.objects.filter(pk=issued.id).update(signed_at=NOW)


def test_looking_at_a_document_does_not_fetch_its_content(
    letter: Letter, django_assert_num_queries: Callable[[int], object]
) -> None:
    issued = issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    with django_assert_num_queries(1) as queries:
        document(issued.id)
    assert '"unsigned",' not in queries[0]["sql"]


def test_the_node_key_is_made_in_its_home(letter: Letter, home: Path) -> None:
    issued = issue_letter(letter, attachment=b"{}", actor=DRAFTER)
    assert not (home / "keys").exists()
    sign_document(issued.id, reason=REASON, actor=DRAFTER)
    assert (home / "keys" / "node.pem").is_file()
