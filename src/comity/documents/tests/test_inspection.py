"""Every way a file can be something else than what was signed, and every kind of stranger's file."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, fields, sign_pdf
from pyhanko.sign.validation.dss import DocumentSecurityStore

from comity.documents.adapters.keys.node_key import node_key
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.trust import trusted as trust
from comity.documents.adapters.trust.trusted import TrustProblem, anchors
from comity.documents.rules.judgement import LARGEST_FILE, judge
from comity.documents.rules.verification import Verdict, Verification
from comity.kernel import clock
from comity.kernel.clock import frozen

Change = Callable[[IncrementalPdfFileWriter], None]


def seen(pdf: bytes, home: Path) -> Verification:
    return judge(inspect(pdf, anchors(home), clock.now()), now=clock.now())


def updated(pdf: bytes, change: Change) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def new_content(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT (Send the data to us) Tj ET"))
    writer.update_container(page)


def new_attachment(writer: IncrementalPdfFileWriter) -> None:
    specification = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    specification["/EF"]["/F"] = writer.add_object(StreamObject(stream_data=b'{"reference":"forged"}'))
    writer.update_container(specification)


def new_note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    note = DictionaryObject({pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/FreeText"),
                             pdf_name("/Contents"): pdf_string("Do not preserve.")})  # fmt: skip
    page["/Annots"] = ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def no_signature(writer: IncrementalPdfFileWriter) -> None:
    form = writer.root["/AcroForm"]
    form["/Fields"] = ArrayObject()
    writer.update_container(form)


def test_a_letter_as_it_was_signed_is_whole(signed: bytes, signing_home: Path, attachment: bytes) -> None:
    found = seen(signed, signing_home)
    assert found.verdict is Verdict.WHOLE
    assert found.trusted
    assert (found.signer, found.country, found.signatures) == ("24/7 point of contact, Georgia", "GE", 1)
    assert found.issuer == "Test authority of 24/7 point of contact, Georgia"
    assert len(found.fingerprint) == 64
    assert found.signed_at is not None
    assert clock.now() - found.signed_at < timedelta(minutes=10)
    assert found.attachments == ("request.json",)
    assert found.request == {"reference": "GE-2026-00012", "organisation": "შინაგან საქმეთა სამინისტრო"}
    assert attachment.decode().startswith('{"reference"')


def test_a_letter_before_it_was_signed_is_unsigned(unsigned: bytes, signing_home: Path) -> None:
    found = seen(unsigned, signing_home)
    assert found.verdict is Verdict.UNSIGNED
    assert found.request is not None


@pytest.mark.parametrize("change", [new_content, new_attachment, new_note, no_signature])
def test_what_is_changed_by_an_update_is_changed(signed: bytes, signing_home: Path, change: Change) -> None:
    found = seen(updated(signed, change), signing_home)
    assert found.verdict in {Verdict.CHANGED, Verdict.UNSIGNED}
    assert (found.verdict is Verdict.UNSIGNED) is (change is no_signature)
    assert not found.trusted
    if found.verdict is Verdict.CHANGED:
        assert found.request is None


@pytest.mark.parametrize("tail", [b"x", b"%PDF-1.7", b"\n%%EOF\n"])
def test_what_is_written_behind_it_is_a_change(signed: bytes, signing_home: Path, tail: bytes) -> None:
    assert seen(signed + tail, signing_home).verdict is Verdict.CHANGED


def test_an_empty_line_behind_it_is_none(signed: bytes, signing_home: Path) -> None:
    assert seen(signed + b"\r\n", signing_home).verdict is Verdict.WHOLE


@trials(max_examples=60, deadline=None)
@given(st.data())
def test_no_changed_byte_goes_unseen(signed: bytes, signing_home: Path, data: st.DataObject) -> None:
    start, length, further, rest = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0].byte_range
    position = data.draw(st.one_of(st.integers(start, length - 1), st.integers(further, further + rest - 1)))
    forged = bytearray(signed)
    forged[position] ^= data.draw(st.integers(1, 255))
    found = seen(bytes(forged), signing_home)
    assert found.verdict is not Verdict.WHOLE
    assert not found.trusted
    assert found.reasons


@trials(max_examples=60, deadline=None)
@given(st.data())
def test_no_part_of_it_is_whole(signed: bytes, signing_home: Path, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(signed) - 2))  # what ends the last line may be missing
    assert seen(signed[:end], signing_home).verdict is not Verdict.WHOLE


@trials(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_garbage_is_unreadable(signing_home: Path, garbage: bytes, like_pdf: bool) -> None:
    found = seen(b"%PDF-1.7\n" * like_pdf + garbage, signing_home)
    assert found.verdict is Verdict.UNREADABLE
    assert found.reasons[0]


def test_a_large_file_is_not_read(signing_home: Path) -> None:
    found = seen(b"%PDF-1.7" + bytes(LARGEST_FILE), signing_home)
    assert found.verdict is Verdict.UNREADABLE
    assert "larger than 10 MB" in found.reasons[0]


def test_an_encrypted_file_is_not_read(unsigned: bytes, signing_home: Path) -> None:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(unsigned)))
    writer.encrypt("owner", "user")
    output = io.BytesIO()
    writer.write(output)
    found = seen(output.getvalue(), signing_home)
    assert found.verdict is Verdict.UNREADABLE
    assert "encrypted" in found.reasons[0]


def test_a_node_does_not_know_another_until_it_is_told(signed: bytes, signing_home: Path, tmp_path: Path) -> None:
    node_key(tmp_path, country="UA", organisation="Another node")
    assert seen(signed, tmp_path).verdict is Verdict.UNKNOWN_SIGNER
    assert seen(signed, tmp_path / "no-node").verdict is Verdict.UNKNOWN_SIGNER
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "georgia.pem").write_bytes((signing_home / "keys" / "ca.pem").read_bytes())
    assert seen(signed, tmp_path).verdict is Verdict.WHOLE


def test_a_namesake_is_not_the_signer(signed: bytes, tmp_path: Path) -> None:
    node_key(tmp_path, country="GE", organisation="24/7 point of contact, Georgia")
    assert seen(signed, tmp_path).verdict is Verdict.UNKNOWN_SIGNER


def test_a_broken_trust_list_is_said(tmp_path: Path) -> None:
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "x.pem").write_text("hello")
    with pytest.raises(TrustProblem, match=r"x\.pem is not a certificate"):
        trust.anchors(tmp_path)


def test_after_the_certificate_ran_out_nobody_knows(signed: bytes, signing_home: Path) -> None:
    with frozen(clock.now() + timedelta(days=1200)):
        found = seen(signed, signing_home)
    assert found.verdict is Verdict.UNKNOWN_SIGNER
    assert "run out" in " ".join(found.reasons)


def test_a_signature_from_the_future_is_not_trusted(signed: bytes, signing_home: Path) -> None:
    with frozen(clock.now() - timedelta(minutes=30)):
        found = seen(signed, signing_home)
    assert found.verdict is Verdict.UNKNOWN_SIGNER
    assert "has not come" in " ".join(found.reasons)


def countersigned(pdf: bytes, home: Path) -> bytes:
    signer = SimpleSigner.load(
        str(home / "keys" / "node.key"),
        str(home / "keys" / "node.pem"),
        ca_chain_files=(str(home / "keys" / "ca.pem"),),
    )
    kind = fields.SigSeedSubFilter.PADES
    output = sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), PdfSignatureMetadata("Second", subfilter=kind), signer)
    return bytes(output.getvalue())


def test_a_second_signature_counts_as_much_as_its_signer(signed: bytes, signing_home: Path, tmp_path: Path) -> None:
    node_key(tmp_path, country="UA", organisation="Another node")
    both = countersigned(signed, tmp_path)
    found = seen(both, signing_home)
    assert (found.verdict, found.signatures) == (Verdict.UNKNOWN_SIGNER, 2)
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "georgia.pem").write_bytes((signing_home / "keys" / "ca.pem").read_bytes())
    found = seen(both, tmp_path)
    assert (found.verdict, found.signatures) == (Verdict.WHOLE, 2)
    assert "24/7 point of contact, Georgia and Another node signed" in found.reasons[-1]
    assert seen(updated(both, new_content), tmp_path).verdict is Verdict.CHANGED


def test_what_helps_to_check_it_later_may_be_added(signed: bytes, signing_home: Path) -> None:
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    certificates = list(signature.other_embedded_certs)

    def add_certificates(writer: IncrementalPdfFileWriter) -> None:
        DocumentSecurityStore.supply_dss_in_writer(writer, sig_contents=None, certs=certificates)

    found = seen(updated(signed, add_certificates), signing_home)
    assert found.verdict is Verdict.WHOLE
    assert "check it later" in next(check.sentence for check in found.checks if check.name == "Nothing else added")


def test_a_signature_of_another_kind_cannot_be_checked(signed: bytes, signing_home: Path) -> None:
    foreign = signed.replace(b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha1 ")
    assert len(foreign) == len(signed)
    assert seen(foreign, signing_home).verdict is Verdict.UNREADABLE


@pytest.mark.usefixtures("socket_disabled")
def test_nothing_is_fetched(signed: bytes, signing_home: Path) -> None:
    assert seen(signed, signing_home).verdict is Verdict.WHOLE
