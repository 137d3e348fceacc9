"""Officers' own keys: in files, in a token, issued here; proved when registered, and ended with a reason."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from django.conf import settings

from comity.documents.actions.end_signing_key import end_signing_key
from comity.documents.actions.issue_letter import issue_letter
from comity.documents.actions.register_signing_key import issue_signing_key, register_key_file, register_token
from comity.documents.actions.sign_document import sign_document
from comity.documents.adapters.keys.node_authority import issue, revoked
from comity.documents.adapters.keys.node_certificate import DOCUMENT_SIGNING, named
from comity.documents.adapters.keys.own_key import own_key
from comity.documents.queries.documents import document_content
from comity.documents.queries.signatures import signatures
from comity.documents.queries.signing_keys import officer_signing_key, own_signer, signing_keys
from comity.documents.rules.letter import Letter
from comity.documents.rules.signature import NotSigned
from comity.documents.tests.signing_world import archival_judgement, living_in
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import Actor
from comity.people.models.user import User

pytestmark = pytest.mark.django_db

ACTOR = Actor("user:7", "Approver, Georgia")
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
TOKEN_MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so", "/usr/lib64/libsofthsm2.so")


@pytest.fixture
def officer(home: Path, frozen_clock: Callable[[datetime], None]) -> User:
    frozen_clock(NOW)
    return User.objects.create(username="nino", display_name="Nino, Prosecutor", created_at=NOW)


def certified(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, name: str = "Nino, Prosecutor") -> x509.Certificate:
    subject = named("GE", "Prosecution Service", name)
    public = key.public_key()
    return issue(settings.ENV.home, own_key(), name=subject, key=public, days=365, purpose=DOCUMENT_SIGNING)  # type: ignore[arg-type]


def kept(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    file.chmod(0o600)
    return file


def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def signs(officer: User, letter: Letter, home: Path, source: str) -> None:
    """A letter is signed with the officer's key, and pyHanko believes it."""
    number = issue_letter(letter, attachment=b"{}", actor=ACTOR).id
    sign_document(number, reason="Request", key=officer_signing_key(officer), actor=ACTOR)
    (made,) = signatures(letter.reference, number)
    assert (made.signer, made.source) == ("Nino, Prosecutor", source)
    (verdict,) = archival_judgement(document_content(number), home)
    assert verdict.api_status.bottom_line


def test_a_key_issued_here_signs(officer: User, letter: Letter, home: Path) -> None:
    assert issue_signing_key(officer) == "Nino, Prosecutor"
    (file,) = (home / "keys" / "officers").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    signs(officer, letter, home, "file")
    (entry,) = entries_about(officer.subject)
    assert (entry.name, entry.payload["source"]) == ("signing-key-registered", "file")


@pytest.mark.parametrize("kind", ["EC", "RSA"])
def test_a_pkcs12_file_with_a_password_signs(
    officer: User, letter: Letter, home: Path, tmp_path: Path, kind: str
) -> None:
    curve = kind == "EC"
    key = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, 2048)
    bag = pkcs12.serialize_key_and_certificates(
        b"nino", key, certified(key), [own_key().authority], BestAvailableEncryption(b"secret")
    )
    register_key_file(officer, key=kept(tmp_path, "nino.p12", bag), password_file=kept(tmp_path, "word", b"secret\n"))
    signs(officer, letter, home, "file")


def test_what_does_not_serve_is_refused_in_words(officer: User, tmp_path: Path) -> None:
    key, other = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    certificate = kept(tmp_path, "nino.pem", certified(key).public_bytes(Encoding.PEM))
    open_to_all = kept(tmp_path, "open.key", pem(key))
    open_to_all.chmod(0o644)
    for file, chain, says in (
        (kept(tmp_path, "other.key", pem(other)), certificate, "is not the key of the certificate"),
        (open_to_all, certificate, "chmod 600"),
        (kept(tmp_path, "nino.key", pem(key)), None, "carries no certificate"),
        (kept(tmp_path, "text.key", b"hello"), certificate, "is not a private key"),
        (tmp_path / "none.key", certificate, "cannot be read"),
        (tmp_path / "nino.key", tmp_path / "text.key", "does not hold certificates"),
    ):
        with pytest.raises(NotSigned, match=says):
            register_key_file(officer, key=file, certificate=chain)
    assert own_signer(officer) == ""


def test_a_key_that_nobody_vouches_for_is_refused(
    officer: User, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    with living_in(tmp_path_factory.mktemp("stranger")):
        chain = kept(tmp_path, "nino.pem", certified(key).public_bytes(Encoding.PEM))
    with pytest.raises(NotSigned, match="Nobody whom this node trusts vouches for Nino, Prosecutor"):
        register_key_file(officer, key=kept(tmp_path, "nino.key", pem(key)), certificate=chain)


def test_a_key_is_ended_with_a_reason_and_taken_back(officer: User) -> None:
    issue_signing_key(officer)
    with pytest.raises(NotSigned, match="registered already"):
        issue_signing_key(officer)
    with pytest.raises(NotSigned, match="Say why"):
        end_signing_key(officer, reason=" ")
    assert end_signing_key(officer, reason="The card was lost.")
    assert list(revoked(settings.ENV.home).values()) == [NOW]
    with pytest.raises(NotSigned, match="no key registered"):
        officer_signing_key(officer)
    (one,) = signing_keys()
    assert (one.username, one.ended_at, one.end_reason) == ("nino", NOW, "The card was lost.")
    assert issue_signing_key(officer)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """SoftHSM, with an empty token “officers” in a folder of the test's own."""
    found = next((Path(file) for file in TOKEN_MODULES if Path(file).is_file()), None)
    if found is None or shutil.which("softhsm2-util") is None:
        pytest.skip("No SoftHSM on this machine: install the package softhsm2 to try tokens.")
    pytest.importorskip("pkcs11")
    (tmp_path / "tokens").mkdir()
    setting = tmp_path / "softhsm2.conf"
    setting.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(setting))
    made = ["softhsm2-util", "--init-token", "--free", "--label", "officers", "--pin", "1234", "--so-pin", "5678"]
    subprocess.run(made, check=True, capture_output=True, env=dict(os.environ))
    return found


def in_token(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, folder: Path) -> None:
    file = kept(folder, "import.pem", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    put = [
        "softhsm2-util",
        "--import",
        str(file),
        "--token",
        "officers",
        "--label",
        "nino",
        "--id",
        "01",
        "--pin",
        "1234",
    ]
    subprocess.run(put, check=True, capture_output=True, env=dict(os.environ))
    file.unlink()


def test_a_token_signs_and_its_key_is_nowhere_else(
    officer: User, letter: Letter, home: Path, tmp_path: Path, module: Path
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    in_token(key, tmp_path)
    chain = kept(tmp_path, "nino.pem", certified(key).public_bytes(Encoding.PEM))
    pin = kept(tmp_path, "pin", b"1234\n")
    for token, label in (("others", "nino"), ("officers", "nobody")):
        with pytest.raises(NotSigned, match=f"“{token}” did not sign: .+ and a key in it labelled “{label}”"):
            register_token(officer, module=module, token=token, label=label, pin_file=pin, certificate=chain)
    register_token(officer, module=module, token="officers", label="nino", pin_file=pin, certificate=chain)
    signs(officer, letter, home, "token")
    pin.write_text("9999")
    number = issue_letter(letter, attachment=b"{}", actor=ACTOR).id
    with pytest.raises(NotSigned, match="did not sign"):
        sign_document(number, reason="Request", key=officer_signing_key(officer), actor=ACTOR)


def test_a_library_that_is_not_there_is_named(officer: User, home: Path, tmp_path: Path) -> None:
    chain = kept(tmp_path, "nino.pem", certified(ec.generate_private_key(ec.SECP256R1())).public_bytes(Encoding.PEM))
    pin, module = kept(tmp_path, "pin", b"1234\n"), tmp_path / "none.so"
    with pytest.raises(NotSigned, match=r"There is no file .*none\.so\. Give the library"):
        register_token(officer, module=module, token="officers", label="nino", pin_file=pin, certificate=chain)
