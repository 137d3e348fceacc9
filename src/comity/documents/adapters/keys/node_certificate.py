"""The content of a new node's keys and certificates. Writes no file.

The authority is a test authority: it says that a letter comes from this node, and nothing about the law. A node that
signs for the State replaces it with a certificate from a trust service.
"""

from __future__ import annotations

import textwrap
from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID, ObjectIdentifier

from comity.kernel import clock

AUTHORITY_DAYS = 3653
NODE_DAYS = 1096
DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""id-kp-documentSigning, RFC 9336."""
_LONGEST_NAME = 64
"""X.520's bound for a common name and an organisation."""


def made(*, country: str, organisation: str) -> dict[str, bytes]:
    """File names and contents: the authority's and the node's key (PKCS #8) and certificate, all in PEM."""
    authority_key, node_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority_name = named(country, organisation, f"Test authority of {organisation}")
    node_name = named(country, organisation, organisation)
    authority = _authority(authority_name, authority_key)
    node = _node(node_name, node_key, authority_name, authority_key)
    return {
        "ca.key": _pem(authority_key),
        "ca.pem": authority.public_bytes(Encoding.PEM),
        "node.key": _pem(node_key),
        "node.pem": node.public_bytes(Encoding.PEM),
    }


def named(country: str, organisation: str, common: str) -> x509.Name:
    """The subject of a certificate that this node's authority issues; what is too long is shortened."""
    parts = {
        NameOID.COUNTRY_NAME: country,
        NameOID.ORGANIZATION_NAME: textwrap.shorten(organisation, _LONGEST_NAME, placeholder="…"),
        NameOID.COMMON_NAME: _short(common),
    }
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts.items()])


def _short(text: str) -> str:
    """At most 64 bytes of UTF-8, which is how a common name is counted here, and no half of a letter."""
    if len(text.encode()) <= _LONGEST_NAME:
        return text
    return text.encode()[: _LONGEST_NAME - len("…".encode())].decode(errors="ignore") + "…"


def _authority(name: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    public = key.public_key()
    return (
        _builder(name, name, public, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )


def _node(
    name: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    public = key.public_key()
    return (
        signer_builder(name, issuer, public, NODE_DAYS, DOCUMENT_SIGNING)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def signer_builder(
    name: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    days: int,
    purpose: ObjectIdentifier,
    *,
    critical: bool = False,
) -> x509.CertificateBuilder:
    """A certificate that signs for one `purpose`, unsigned yet, and without its authority's key identifier."""
    return (
        _builder(name, issuer, key, days)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=critical)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _builder(name: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int) -> x509.CertificateBuilder:
    start = clock.now()
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - timedelta(hours=1))  # clocks of two machines differ
        .not_valid_after(start + timedelta(days=days))
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    """Either an authority's usage, or a signer's: signature and content commitment (RFC 5280, 4.2.1.3)."""
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
