"""Whether a national authority revoked a certificate: asked while signing, of a responder that really answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from pyhanko.sign.ades.report import AdESPassed

from comity.documents.actions.issue_letter import issue_letter
from comity.documents.actions.sign_document import sign_document
from comity.documents.adapters.asking import revocation
from comity.documents.adapters.asking.outside import Question
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.models import Signature
from comity.documents.queries.documents import document
from comity.documents.rules.letter import Letter
from comity.documents.rules.seal import Revocation, SealLevel
from comity.documents.rules.signature import Level, NotSigned
from comity.documents.tests.nation import NOW, Nation, nation
from comity.documents.tests.signing_world import archival_judgement, living_in
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import Actor


@pytest.fixture
def state(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Nation]:
    frozen_clock(NOW)
    with nation() as made:
        made.trust(tmp_path)
        yield made


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Path]:
    with living_in(tmp_path, timestamps="test", revocation="ask", revocation_inside=frozenset({"127.0.0.1"})):
        yield tmp_path


def archival(pdf: bytes, state: Nation) -> bytes:
    return sign(pdf, reason="x", level=Level.ARCHIVAL, key=state.key)


def test_what_the_authority_answers_goes_into_the_letter(unsigned: bytes, state: Nation, asking: Path) -> None:
    signed = archival(unsigned, state)
    assert sorted(state.asked) == ["/ocsp", "/root.crl"]
    (verdict,) = archival_judgement(signed, asking)
    assert verdict.ades_subindic is AdESPassed.OK
    (seal,) = inspect(signed, anchors(asking), NOW + timedelta(days=1)).seals
    assert (seal.level, seal.revocation) == (SealLevel.LTA, Revocation.GOOD)


def test_by_files_alone_nobody_is_asked(unsigned: bytes, state: Nation, asking: Path) -> None:
    with (
        living_in(asking, revocation="files"),
        pytest.raises(NotSigned, match=r"this node asks nobody.*COMITY_REVOCATION"),
    ):
        archival(unsigned, state)
    assert state.asked == []
    (asking / "trust" / "root.crl").write_bytes(state.list())
    (asking / "trust" / "office.crl").write_bytes(state.office_list())
    with living_in(asking, revocation="files"):
        assert archival_judgement(archival(unsigned, state), asking)[0].ades_subindic is AdESPassed.OK
    assert state.asked == []


def test_files_count_where_nobody_answers(unsigned: bytes, state: Nation, asking: Path) -> None:
    (asking / "trust" / "office.crl").write_bytes(state.office_list())
    state.answers = lambda _: b"<html>closed</html>"
    assert archival_judgement(archival(unsigned, state), asking)[0].ades_subindic is AdESPassed.OK


def test_who_was_revoked_signs_nothing(unsigned: bytes, state: Nation, asking: Path) -> None:
    state.revoked = NOW - timedelta(days=2)
    with pytest.raises(NotSigned, match=r"was revoked on 2026-11-22 03:00 UTC.*Nothing was signed"):
        archival(unsigned, state)


@pytest.mark.parametrize(
    ("part", "content", "says"),
    [
        ("answers", lambda _: b"<html>closed</html>", "/ocsp: an answer that says nothing about the certificate"),
        ("answers", lambda _: bytes(70_000), "/ocsp: an answer of more than 64 KiB"),
        ("list_answers", lambda: b"hello", "/root.crl: an answer that is no list of revoked certificates"),
        ("list_answers", lambda: bytes(3_000_000), "/root.crl: an answer of more than 2048 KiB"),
    ],
)
def test_what_is_no_answer_signs_nothing_and_says_who_was_asked(
    unsigned: bytes, state: Nation, asking: Path, part: str, content: Any, says: str
) -> None:
    setattr(state, part, content)
    with pytest.raises(NotSigned, match=f"could not be learnt. Asked: .*{says}.*Nothing was signed. Try again"):
        archival(unsigned, state)


def test_answers_by_somebody_else_are_not_believed(unsigned: bytes, state: Nation, asking: Path) -> None:
    with nation() as other:
        state.answers = other.answer
        with pytest.raises(NotSigned, match="could not be learnt"):
            archival(unsigned, state)
        state.answers, state.list_answers = None, other.list
        with pytest.raises(NotSigned, match="could not be learnt"):
            archival(unsigned, state)


def test_an_answer_out_of_date_is_not_believed(
    unsigned: bytes, state: Nation, asking: Path, frozen_clock: Callable[[datetime], None]
) -> None:
    frozen_clock(NOW + timedelta(days=3))
    with pytest.raises(NotSigned, match="could not be learnt"):
        archival(unsigned, state)


def test_nobody_inside_is_asked_unless_the_administrator_says_so(unsigned: bytes, state: Nation, asking: Path) -> None:
    with (
        living_in(asking, revocation_inside=frozenset()),
        pytest.raises(NotSigned, match=r"root\.crl: it is inside a private network"),
    ):
        archival(unsigned, state)
    assert state.asked == []


def test_nobody_is_asked_for_a_signer_whom_nobody_trusted_vouches_for(
    unsigned: bytes, state: Nation, asking: Path
) -> None:
    (asking / "trust" / "nation.pem").unlink()
    with pytest.raises(NotSigned, match="does not hold here"):
        archival(unsigned, state)
    assert state.asked == []


def test_nobody_is_asked_when_a_letter_is_verified(unsigned: bytes, state: Nation, asking: Path) -> None:
    signed = sign(unsigned, reason="x", level=Level.BASIC, key=state.key)
    (seal,) = inspect(signed, anchors(asking), NOW).seals
    assert seal.revocation is Revocation.NOT_ASKED
    assert state.asked == []


def test_all_questions_share_ten_seconds(unsigned: bytes, state: Nation, asking: Path, monkeypatch: Any) -> None:
    passed, limits = [0.0], []

    def slow(question: Question, *, seconds: float, largest: int) -> bytes:
        limits.append(seconds)
        passed[0] += 7
        return real(question, seconds=5, largest=largest)

    real = revocation.ask
    monkeypatch.setattr(revocation, "ask", slow)
    monkeypatch.setattr(revocation.time, "monotonic", lambda: passed[0])
    archival(unsigned, state)
    assert limits == [10, 3]
    monkeypatch.setattr(revocation, "SECONDS", 7)
    with pytest.raises(NotSigned, match="not asked, since too much was asked before"):
        archival(unsigned, state)


@pytest.mark.django_db
def test_nothing_is_half_signed(letter: Letter, state: Nation, asking: Path) -> None:
    actor = Actor("user:7", "Approver, Georgia")
    number = issue_letter(letter, attachment=b"{}", actor=actor).id
    state.answers = lambda _: b""
    assert settings.ENV.signature_level == "B-LTA"
    with pytest.raises(NotSigned, match="could not be learnt"):
        sign_document(number, reason="Request", key=state.key, actor=actor)
    assert not document(number).signed
    assert not Signature.objects.exists()
    assert len(entries_about(f"document:{number}")) == 1
