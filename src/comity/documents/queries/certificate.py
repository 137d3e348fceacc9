"""The certificate that this node signs with, for its keepers. Never the key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from comity.documents.adapters.keys.own_key import fingerprint, own_key


@dataclass(frozen=True, slots=True)
class CertificateView:
    """`fingerprint` is the SHA-256 of the certificate in hexadecimal digits; moments are in UTC."""

    subject: str
    issuer: str
    fingerprint: str
    valid_from: datetime
    valid_to: datetime


def own_certificate() -> CertificateView:
    """The node's certificate; made at first use. Raises NodeKeyProblem where the node's key does not serve."""
    certificate = own_key().certificate
    return CertificateView(
        subject=_common_name(certificate.subject),
        issuer=_common_name(certificate.issuer),
        fingerprint=fingerprint(),
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
    )


def own_certificate_pem() -> bytes:
    """The certificate as others are given it. Raises NodeKeyProblem where the node's key does not serve."""
    return own_key().certificate.public_bytes(Encoding.PEM)


def _common_name(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()
