"""Whom this node trusts to vouch for signers and for time: its own authority, and the files in `<home>/trust`.

`list.toml` there says of each certificate whose it is, for what, from when to when, and how it was compared. A loose
`*.pem` beside it is trusted for signers without a bound: older nodes have such files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from comity.documents.adapters.trust.certificate_names import called_in_der
from comity.documents.adapters.trust.trust_file import listed
from comity.documents.rules.anchor import Anchor, Purpose, TrustProblem

__all__ = ["TrustProblem", "anchors"]


def anchors(home: Path) -> tuple[Anchor, ...]:
    """This node's own authority, then the list's certificates in its order, then the loose files.

    Raises TrustProblem, naming the file that cannot be read.
    """
    return (*_own(home), *listed(home), *_loose(home / "trust"))


def _own(home: Path) -> Iterator[Anchor]:
    """It issued the node's certificate, and that of the built-in time-stamp authority."""
    file = home / "keys" / "ca.pem"
    for certificate in _read(file) if file.is_file() else ():
        yield Anchor(certificate, called_in_der(certificate), tuple(Purpose), place=f"keys/{file.name}", own=True)


def _loose(folder: Path) -> Iterator[Anchor]:
    for file in sorted(folder.glob("*.pem")):
        for certificate in _read(file):
            yield Anchor(certificate, called_in_der(certificate), (Purpose.SIGNERS,), place=f"trust/{file.name}")


def _read(file: Path) -> list[bytes]:
    try:
        found = x509.load_pem_x509_certificates(file.read_bytes())
    except (OSError, ValueError) as problem:
        raise TrustProblem(
            f"{file} is not a certificate in PEM that this node can read. Replace or remove it."
        ) from problem
    return [certificate.public_bytes(Encoding.DER) for certificate in found]
