"""The node's signature: PAdES that openssl verifies too, and a letter that stays archival and readable aloud."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pypdf import PdfReader

from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.adapters.keys.own_key import fingerprint, own_key
from comity.documents.adapters.signing.signatures import sign

FIELD = "Electronic signature of the requesting authority"


def signature_of(pdf: bytes) -> dict[str, Any]:
    field = PdfReader(io.BytesIO(pdf)).root_object["/AcroForm"]["/Fields"][0].get_object()
    return dict(field["/V"])


def covered(pdf: bytes) -> bytes:
    start, length, further, rest = (int(number) for number in signature_of(pdf)["/ByteRange"])
    return pdf[start : start + length] + pdf[further : further + rest]


def written(value: Any) -> bytes:
    stream = io.BytesIO()
    value.write_to_stream(stream)
    return stream.getvalue()


def test_nothing_of_the_letter_changes(unsigned: bytes, signed: bytes) -> None:
    assert signed.startswith(unsigned)
    assert len(signed) - len(unsigned) < 20_000


def test_it_stays_archival_and_readable_aloud(unsigned: bytes, signed: bytes) -> None:
    before, after = (PdfReader(io.BytesIO(pdf)).root_object for pdf in (unsigned, signed))
    assert after["/Metadata"].get_data() == before["/Metadata"].get_data()
    for key in ("/MarkInfo", "/Lang", "/StructTreeRoot", "/OutputIntents", "/AF", "/Names", "/ViewerPreferences"):
        assert written(after[key]) == written(before[key]), key
    assert "/Version" not in after
    assert "/NeedAppearances" not in after["/AcroForm"]
    assert PdfReader(io.BytesIO(signed)).metadata == PdfReader(io.BytesIO(unsigned)).metadata


def test_the_field_is_one_that_both_standards_accept(signed: bytes) -> None:
    """PDF/A: printed, not hidden (ISO 19005-3, 6.3.2). PDF/UA: outside the page, and named (ISO 14289-1, 7.18)."""
    reader = PdfReader(io.BytesIO(signed))
    (annotation,) = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert annotation["/F"] & 4
    assert not annotation["/F"] & (1 | 2 | 32)
    assert max(annotation["/Rect"]) < 0
    assert annotation["/TU"] == FIELD


def test_the_signature_says_why_where_and_when(
    home: Path, unsigned: bytes, frozen_clock: Callable[[datetime], None]
) -> None:
    frozen_clock(datetime(2026, 11, 24, 3, 0, 7, tzinfo=UTC))
    signature = signature_of(sign(unsigned, reason="Data preservation request GE-2026-00012"))
    assert signature["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature["/Reason"] == "Data preservation request GE-2026-00012"
    assert signature["/Location"] == "Georgia"
    assert signature["/M"] == "D:20261124030007Z"


def test_the_signature_has_the_form_of_pades(signed: bytes) -> None:
    content = cms.ContentInfo.load(bytes(signature_of(signed)["/Contents"]))["content"]
    (signer,) = content["signer_infos"]
    attributes = {attribute["type"].native: attribute["values"][0].native for attribute in signer["signed_attrs"]}
    assert attributes["message_digest"] == hashlib.sha256(covered(signed)).digest()
    assert "signing_certificate_v2" in attributes
    assert "signing_time" not in attributes
    assert len(content["certificates"]) == 2


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl on this machine")
def test_openssl_verifies_it(signed: bytes, signing_home: Path, tmp_path: Path) -> None:
    (tmp_path / "signature").write_bytes(cms.ContentInfo.load(bytes(signature_of(signed)["/Contents"])).dump())
    (tmp_path / "covered").write_bytes(covered(signed))
    assert verified_by_openssl(tmp_path, signing_home) == 0
    (tmp_path / "covered").write_bytes(covered(signed)[:-1])
    assert verified_by_openssl(tmp_path, signing_home) != 0


def verified_by_openssl(folder: Path, home: Path) -> int:
    """`-purpose any`: openssl would else ask for a certificate for e-mail."""
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "covered",
               "-purpose", "any", "-CAfile", str(home / "keys" / "ca.pem"), "-out", "verified"]  # fmt: skip
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def test_the_key_is_read_once(home: Path) -> None:
    first = own_key()
    assert own_key() == own_key()
    assert own_key().certificate == first.certificate
    certificate = x509.load_pem_x509_certificate((home / "keys" / "node.pem").read_bytes())
    assert fingerprint() == hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


@pytest.mark.parametrize("moment", [datetime(2029, 12, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)])
def test_a_certificate_that_does_not_hold_signs_nothing(
    home: Path, unsigned: bytes, frozen_clock: Callable[[datetime], None], moment: datetime
) -> None:
    frozen_clock(datetime(2026, 11, 24, tzinfo=UTC))
    own_key()
    frozen_clock(moment)
    with pytest.raises(NodeKeyProblem, match="Nothing was signed"):
        sign(unsigned, reason="x")
