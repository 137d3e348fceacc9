"""Signed packs as CMS: what openssl thinks of them, any content there and back, and files that were tampered with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.packkit.pack import Label
from comity.upkeep.adapters.certificates import check_may_sign, read_certificate, read_key
from comity.upkeep.adapters.cms import opened, signed
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import PackFile, read, written
from comity.upkeep.tests.country_node import CountryNode

NODE = CountryNode("UA")
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8)
CONTENT = st.dictionaries(
    TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=10,
    ),
    max_size=4,
)


@given(CONTENT, TEXT, st.integers(1, 10**6), st.dictionaries(TEXT, st.integers(0, 99), max_size=2))
def test_any_pack_comes_out_as_it_went_in(content: Any, title: str, version: int, floors: dict[str, int]) -> None:
    label = Label(kind="country", title=title, version=version, floors=floors)
    pack = PackFile("countries/ua", label, content, Digest("0" * 64))
    found = opened(NODE.sign(written(pack)))
    assert read(found.payload) == pack
    assert written(read(found.payload)) == found.payload


@given(st.binary(max_size=300))
def test_whatever_is_no_signed_pack_is_refused_with_a_sentence(file: bytes) -> None:
    with pytest.raises(PackRefused):
        opened(file)


SAMPLE = NODE.sign(b'{"form":"comity-pack/1"}')


@given(st.integers(0, len(SAMPLE) - 1), st.integers(1, 255))
def test_no_byte_that_counts_can_be_changed(place: int, other: int) -> None:
    """A changed file is refused, or says the same as before; by another certificate, where that was changed, for which
    nobody has said that it may speak."""
    file = bytearray(SAMPLE)
    file[place] ^= other
    try:
        found = opened(bytes(file))
    except PackRefused:
        return
    assert found.payload == opened(SAMPLE).payload
    before = opened(SAMPLE).signer
    assert found.signer == before or found.signer.fingerprint != before.fingerprint


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl on this machine")
def test_openssl_verifies_it(tmp_path: Path) -> None:
    (tmp_path / "ua.p7m").write_bytes(SAMPLE)
    (tmp_path / "ca.pem").write_bytes(NODE.authority_pem)
    command = "openssl cms -verify -inform DER -in ua.p7m -CAfile ca.pem -purpose any -binary -out ua.json"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "ua.json").read_bytes()) == {"form": "comity-pack/1"}


def test_the_moment_of_signing_is_the_node_s_clock() -> None:
    for moment in (datetime(2026, 3, 2, 10, tzinfo=UTC), datetime(2051, 3, 2, 10, tzinfo=UTC)):
        with clock.frozen(moment):
            assert opened(NODE.sign(b"{}")).signed_at == moment


def _rsa(bits: int) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(65537, bits)
    builder = x509.CertificateBuilder(
        subject_name=NODE.certificate.subject,
        issuer_name=NODE.certificate.subject,
        public_key=key.public_key(),
        serial_number=7,
        not_valid_before=NODE.certificate.not_valid_before_utc,
        not_valid_after=NODE.certificate.not_valid_after_utc,
    )
    return key, builder.sign(key, hashes.SHA256())


def test_rsa_of_2048_bits_will_do_and_less_will_not() -> None:
    assert opened(signed(b"{}", *_rsa(2048))).payload == b"{}"
    with pytest.raises(PackRefused, match="RSA of 2048 bits"):
        opened(signed(b"{}", *_rsa(1024)))


def test_a_key_file_holds_a_key_and_its_certificate(tmp_path: Path) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(NODE.key_pem + NODE.pem)
    file.chmod(0o600)
    assert read_key(file)[1] == NODE.certificate
    file.chmod(0o644)
    with pytest.raises(PackRefused, match="chmod 600"):
        read_key(file)
    for content, says in (
        (NODE.pem, "no private key"),
        (NODE.key_pem, "not a certificate"),
        (CountryNode("UA").key_pem + NODE.pem, "does not hold a key and its certificate"),
    ):
        file.write_bytes(content)
        os.chmod(file, 0o600)  # noqa: PTH101
        with pytest.raises(PackRefused, match=says):
            read_key(file)
    with pytest.raises(PackRefused, match="cannot be read"):
        read_key(tmp_path / "nothing.pem")


def test_what_may_be_trusted_is_a_signer_s_own_certificate() -> None:
    check_may_sign(read_certificate(NODE.certificate.public_bytes(Encoding.DER)))
    with pytest.raises(PackRefused, match="certificate of an authority"):
        check_may_sign(read_certificate(NODE.authority_pem))
    for content, says in (
        (NODE.pem * 2, "holds 2 certificates"),
        (b"x", "not a certificate"),
        (b"", "not a certificate"),
    ):
        with pytest.raises(PackRefused, match=says):
            read_certificate(content)
    private = NODE.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(PackRefused, match="not a certificate"):
        read_certificate(private)
