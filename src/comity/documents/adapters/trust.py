"""Whom this node trusts to vouch for signers: its own authority, and the certificates in `<home>/trust`."""

from __future__ import annotations

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding


class TrustProblem(RuntimeError):
    """A file of the trust list cannot be read: nobody is trusted by accident, nobody forgotten in silence."""


def anchors(home: Path) -> tuple[bytes, ...]:
    """The trusted certificates, in DER: of `<home>/keys/ca.pem` where it is, and of each `<home>/trust/*.pem`.

    Raises TrustProblem, naming the file that holds no certificate.
    """
    own = home / "keys" / "ca.pem"
    files = [own] if own.is_file() else []
    files += sorted((home / "trust").glob("*.pem"))
    return tuple(certificate.public_bytes(Encoding.DER) for file in files for certificate in _read(file))


def _read(file: Path) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(file.read_bytes())
    except (OSError, ValueError) as problem:
        raise TrustProblem(
            f"{file} is not a certificate in PEM that this node can read. Replace or remove it."
        ) from problem
