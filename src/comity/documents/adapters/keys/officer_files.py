"""An officer's key in files on this machine: PEM or PKCS #12, its password in a file beside it. Read, never copied."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from comity.documents.adapters.keys.signers import PrivateKey
from comity.documents.rules.signature import NotSigned


def key_in(file: Path, password_file: Path | None) -> tuple[PrivateKey, tuple[x509.Certificate, ...]]:
    """The private key, and the certificates that a PKCS #12 file carries, the signer's own first; none in a PEM file.

    Raises NotSigned where others may read a file, the password is wrong, or the key is of a kind that signs no letters.
    """
    password = _private(password_file).rstrip(b"\r\n") if password_file else None
    content = _private(file)
    try:
        if content.lstrip().startswith(b"-----BEGIN"):
            return _usable(load_pem_private_key(content, password), file), ()
        bag = load_pkcs12(content, password)
    except (ValueError, TypeError) as problem:
        raise NotSigned(
            f"{file} is not a private key in PEM or PKCS #12 that opens with the password given: {problem}."
        ) from problem
    held = [bag.cert, *bag.additional_certs] if bag.cert is not None else []
    return _usable(bag.key, file), tuple(found.certificate for found in held)


def certificates_in(file: Path) -> tuple[x509.Certificate, ...]:
    """The certificates of a PEM file, the signer's own first. Raises NotSigned."""
    try:
        return tuple(x509.load_pem_x509_certificates(file.read_bytes()))
    except (OSError, ValueError) as problem:
        raise NotSigned(f"{file} does not hold certificates in PEM that can be read here.") from problem


def fits(key: PrivateKey, certificates: Sequence[x509.Certificate]) -> bool:
    """Whether the first certificate is the one for `key`."""
    return bool(certificates) and key.public_key() == certificates[0].public_key()


def _private(file: Path) -> bytes:
    try:
        if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NotSigned(f"{file} may be read by others on this machine. Run: chmod 600 {file}")
        return file.read_bytes()
    except OSError as problem:
        raise NotSigned(f"{file} cannot be read: {problem.strerror}.") from problem


def _usable(key: object, file: Path) -> PrivateKey:
    if isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        return key
    raise NotSigned(f"{file} holds a key of a kind that signs no letters here. Use EC (P-256) or RSA.")
