"""Our letters, verified by a program of somebody else: `pdfsig` of poppler, with the trust of Mozilla's library."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from comity.documents.tests import pki

pytestmark = pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig is not installed (Debian: poppler-utils).")


def pdfsig(pdf: bytes, folder: Path, *options: str) -> str:
    (folder / "letter.pdf").write_bytes(pdf)
    done = subprocess.run(
        [shutil.which("pdfsig") or "", *options, str(folder / "letter.pdf")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"LC_ALL": "C.UTF-8", "HOME": str(folder), "TZ": "UTC", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout


@pytest.fixture
def trusting(tmp_path: Path) -> Path:
    """A database of Mozilla's library that trusts the node's and the made-up authorities."""
    if not shutil.which("certutil"):
        pytest.skip("certutil is not installed (Debian: libnss3-tools).")
    folder = tmp_path / "nss"
    folder.mkdir()
    subprocess.run(
        [shutil.which("certutil") or "", "-N", "-d", f"sql:{folder}", "--empty-password"], check=True, timeout=60
    )
    return folder


def trust(folder: Path, name: str, certificate: Path) -> None:
    command = [
        shutil.which("certutil") or "",
        "-A",
        "-n",
        name,
        "-t",
        "CT,C,C",
        "-i",
        str(certificate),
        "-d",
        f"sql:{folder}",
    ]
    subprocess.run(command, check=True, timeout=60)


def test_a_letter_of_the_node_holds_elsewhere(signed: bytes, signing_home: Path, tmp_path: Path) -> None:
    said = pdfsig(signed, tmp_path, "-nocert")
    assert "Signature is Valid." in said
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    assert "24/7 point of contact, Georgia" in said


def test_with_the_authority_in_its_list_the_certificate_is_trusted(
    unsigned: bytes, tmp_path: Path, trusting: Path
) -> None:
    """The court's certificate is in force for years. Mozilla's library knows no purpose “documents”: it has none."""
    letter = pki.signed_in(pki.Way(who=pki.court()), unsigned)
    assert "Certificate is Trusted." not in pdfsig(letter, tmp_path, "-nssdir", str(trusting))
    (tmp_path / "root.pem").write_bytes(pki.root().pem)
    trust(trusting, "root", tmp_path / "root.pem")
    said = pdfsig(letter, tmp_path, "-nssdir", str(trusting))
    assert "Signature is Valid." in said
    assert "Certificate is Trusted." in said


def test_a_changed_letter_does_not_hold(signed: bytes, unsigned: bytes, tmp_path: Path) -> None:
    changed = bytearray(signed)
    changed[len(unsigned) // 2] ^= 1
    assert "Signature is Valid." not in pdfsig(bytes(changed), tmp_path, "-nocert")


def test_stamps_and_further_signatures_hold_elsewhere(unsigned: bytes, tmp_path: Path) -> None:
    """Two signers and an archival time stamp: none breaks the other for another reader, either."""
    first = pki.signed_in(pki.Way(stamps=pki.time_stamps(), lists=(pki.revocations(),), archival=True), unsigned)
    both = pki.signed_in(pki.Way(who=pki.court(), name="Court", at=pki.SOON), first)
    said = pdfsig(both, tmp_path, "-nocert")
    assert len(re.findall("Signature is Valid.", said)) >= 2
    assert "Test Prosecutor" in said
    assert "Test Court" in said
