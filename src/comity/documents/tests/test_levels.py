"""B-T and B-LTA, judged by pyHanko's own validator; and what happens where no time-stamp comes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.x509 import load_der_x509_crl
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.diff_analysis import ModificationLevel
from pypdf import PdfReader

from comity.documents.adapters.keys.node_authority import revocation_list, revoke
from comity.documents.adapters.keys.own_key import own_key
from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.timestamps.time_authority import NoTimeStamp
from comity.documents.adapters.trust.trusted import TrustProblem
from comity.documents.rules.signature import Level, NotSigned
from comity.documents.tests.signing_world import archival_judgement, living_in, with_drawing

NOW = datetime(2026, 11, 24, 3, 0, 7, tzinfo=UTC)


@pytest.fixture
def test_times(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Path]:
    frozen_clock(NOW)
    with living_in(tmp_path, timestamps="test"):
        yield tmp_path


def times_in(pdf: bytes) -> list[str]:
    return [found.sig_object_type for found in PdfFileReader(io.BytesIO(pdf)).embedded_signatures]


def test_an_archival_signature_passes_with_what_the_file_holds(unsigned: bytes, test_times: Path) -> None:
    signed = sign(unsigned, reason="x", level=Level.ARCHIVAL)
    assert signed.startswith(unsigned)
    assert times_in(signed) == ["/Sig", "/DocTimeStamp"]
    (verdict,) = archival_judgement(signed, test_times)
    assert verdict.ades_subindic is AdESPassed.OK
    assert verdict.best_signature_time == NOW


def test_two_archival_signatures_hold_and_the_first_is_not_broken(unsigned: bytes, test_times: Path) -> None:
    first = sign(unsigned, reason="x", level=Level.ARCHIVAL)
    both = sign(first, reason="y", level=Level.ARCHIVAL)
    assert both.startswith(first)
    verdicts = archival_judgement(both, test_times)
    assert [verdict.ades_subindic for verdict in verdicts] == [AdESPassed.OK, AdESPassed.OK]
    levels = [verdict.api_status.modification_level for verdict in verdicts]
    assert levels == [ModificationLevel.FORM_FILLING, ModificationLevel.LTA_UPDATES]


def test_a_change_after_an_archival_signature_is_found(unsigned: bytes, test_times: Path) -> None:
    changed = with_drawing(sign(unsigned, reason="x", level=Level.ARCHIVAL))
    (verdict,) = archival_judgement(changed, test_times)
    assert not verdict.api_status.bottom_line


def test_a_changed_byte_is_found(unsigned: bytes, test_times: Path) -> None:
    signed = bytearray(sign(unsigned, reason="x", level=Level.ARCHIVAL))
    signed[signed.index(b"stream\n") + 20] ^= 1
    (verdict,) = archival_judgement(bytes(signed), test_times)
    assert verdict.ades_subindic is not AdESPassed.OK


def test_a_timed_signature_carries_the_authority_s_time(unsigned: bytes, test_times: Path) -> None:
    signed = sign(unsigned, reason="x", level=Level.TIMED)
    assert times_in(signed) == ["/Sig"]
    (found,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    (attribute,) = found.signer_info["unsigned_attrs"]
    assert attribute["type"].native == "signature_time_stamp_token"
    token = attribute["values"][0]["content"]
    assert token["encap_content_info"]["content"].parsed["gen_time"].native == NOW
    names = {certificate.chosen.subject.native["common_name"] for certificate in token["certificates"]}
    assert any(name.startswith("TEST time-stamps of") for name in names)


@pytest.mark.parametrize("level", [Level.TIMED, Level.ARCHIVAL])
def test_it_stays_archival_and_readable_aloud(unsigned: bytes, test_times: Path, level: Level) -> None:
    reader = PdfReader(io.BytesIO(sign(unsigned, reason="x", level=level)))
    before, after = PdfReader(io.BytesIO(unsigned)).root_object, reader.root_object
    assert after["/Metadata"].get_data() == before["/Metadata"].get_data()  # type: ignore[attr-defined]
    assert "/Version" not in after
    for note in (note.get_object() for page in reader.pages for note in page.get("/Annots", [])):
        assert note["/F"] & 4
        assert not note["/F"] & (1 | 2 | 32)
        assert max(note["/Rect"]) < 0
        assert note["/TU"]


def test_the_test_authority_has_a_key_of_its_own_made_once(unsigned: bytes, test_times: Path) -> None:
    sign(unsigned, reason="x", level=Level.TIMED)
    kept = (test_times / "keys" / "test-timestamps" / "key.pem").read_bytes()
    sign(unsigned, reason="x", level=Level.TIMED)
    assert (test_times / "keys" / "test-timestamps" / "key.pem").read_bytes() == kept
    assert kept != (test_times / "keys" / "node.key").read_bytes()


def test_without_an_authority_nothing_is_timed(unsigned: bytes, home: Path) -> None:
    with living_in(home, timestamps="none"), pytest.raises(NoTimeStamp, match="COMITY_TIMESTAMPS"):
        sign(unsigned, reason="x", level=Level.TIMED)


def test_whoever_is_on_the_node_s_list_signs_no_archival_letter(unsigned: bytes, test_times: Path) -> None:
    revoke(test_times, own_key().certificate, NOW - timedelta(hours=1))
    with pytest.raises(NotSigned, match="revoked"):
        sign(unsigned, reason="x", level=Level.ARCHIVAL)


def test_the_list_names_whom_the_authority_took_back_and_holds_a_week(test_times: Path) -> None:
    revoke(test_times, own_key().certificate, NOW)
    found = load_der_x509_crl(revocation_list(test_times, own_key(), NOW))
    assert found.is_signature_valid(own_key().authority.public_key())  # type: ignore[arg-type]
    assert found.get_revoked_certificate_by_serial_number(own_key().certificate.serial_number) is not None
    assert (found.last_update_utc, found.next_update_utc) == (NOW, NOW + timedelta(days=7))


def test_a_file_that_is_no_list_is_named(unsigned: bytes, test_times: Path) -> None:
    (test_times / "trust").mkdir()
    (test_times / "trust" / "other.crl").write_bytes(b"hello")
    with pytest.raises(TrustProblem, match=r"other\.crl"):
        sign(unsigned, reason="x", level=Level.ARCHIVAL)
