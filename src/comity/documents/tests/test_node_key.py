"""The node's keys: made once, whole, unreadable to others, and never made again over what is there."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from comity.documents.adapters.keys import node_key as module
from comity.documents.adapters.keys.node_key import FILES, NodeKeyProblem, node_key
from comity.kernel.clock import frozen

ALL_NAMES = (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME)
NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def made(home: Path, organisation: str = "Cybercrime Division") -> module.NodeKey:
    with frozen(NOW):
        return node_key(home, country="GE", organisation=organisation)


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_keys_are_made_once(tmp_path: Path) -> None:
    first = made(tmp_path)
    again = made(tmp_path, "another name changes nothing")
    assert again.certificate == first.certificate
    assert again.key.private_numbers() == first.key.private_numbers()
    assert names_in(tmp_path) == ["keys"]


def test_nobody_else_can_read_them(tmp_path: Path) -> None:
    made(tmp_path / "new" / "home")
    folder = tmp_path / "new" / "home" / "keys"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert modes == dict.fromkeys(FILES, 0o600)


def test_certificates_say_who_and_what_for(tmp_path: Path) -> None:
    own = made(tmp_path)
    node, authority = own.certificate, own.authority
    names = [
        node.subject.get_attributes_for_oid(oid)[0].value for oid in (NameOID.COUNTRY_NAME, NameOID.ORGANIZATION_NAME)
    ]
    assert names == ["GE", "Cybercrime Division"]
    node.verify_directly_issued_by(authority)
    authority.verify_directly_issued_by(authority)
    assert isinstance(own.key.curve, ec.SECP256R1)
    usage = node.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert not node.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.path_length == 0


def test_certificates_hold_three_and_ten_years(tmp_path: Path) -> None:
    own = made(tmp_path)
    assert own.certificate.not_valid_before_utc == NOW - timedelta(hours=1)
    assert own.certificate.not_valid_after_utc.year == 2029
    assert own.authority.not_valid_after_utc.year == 2036


@pytest.mark.parametrize("name", FILES)
def test_half_of_the_keys_is_an_error_and_stays_as_it_is(tmp_path: Path, name: str) -> None:
    made(tmp_path)
    (tmp_path / "keys" / name).unlink()
    with pytest.raises(NodeKeyProblem, match=f"missing: {name}"):
        made(tmp_path)
    assert not (tmp_path / "keys" / name).exists()


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "keys" / "node.key").chmod(0o644)
    with pytest.raises(NodeKeyProblem, match="chmod 600"):
        made(tmp_path)


def test_a_key_of_another_certificate_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    (tmp_path / "two" / "keys" / "node.key").rename(tmp_path / "one" / "keys" / "node.key")
    with pytest.raises(NodeKeyProblem, match="is not the key of"):
        made(tmp_path / "one")


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "keys" / "node.pem").write_text("hello")
    with pytest.raises(NodeKeyProblem, match="PEM"):
        made(tmp_path)


def test_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: node_key(tmp_path, country="GE", organisation="x").certificate, range(8)))
    assert len(set(found)) == 1
    assert names_in(tmp_path) == ["keys"]


def test_a_failure_leaves_no_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        made(tmp_path)
    assert names_in(tmp_path) == []


def test_a_long_name_is_shortened_not_refused(tmp_path: Path) -> None:
    own = made(tmp_path, "Управління боротьби з кіберзлочинністю " * 4)
    names = {oid: own.certificate.subject.get_attributes_for_oid(oid)[0].value for oid in ALL_NAMES}
    assert names[NameOID.ORGANIZATION_NAME] == "Управління боротьби з кіберзлочинністю Управління боротьби з…"
    assert names[NameOID.COMMON_NAME] == "Управління боротьби з кіберзлочи…"
