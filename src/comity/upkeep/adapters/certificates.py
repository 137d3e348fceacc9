"""Certificates and keys as files hold them, read with a sentence for what cannot be used. Decides no trust."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from comity.kernel.words import say
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signer import Signer

LARGEST = 64 * 1024
_PEM = b"-----BEGIN CERTIFICATE-----"


def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode()


def read_certificate(content: bytes) -> x509.Certificate:
    """The one certificate of a file in PEM or DER. Raises PackRefused."""
    try:
        found = _certificates(content) if len(content) <= LARGEST else []
    except ValueError:
        found = []
    if not found:
        raise PackRefused(say("This is not a certificate in PEM or DER. Ask the country for its node's node.pem."))
    if len(found) != 1:
        raise PackRefused(say("The file holds {count} certificates. Give the node's own alone.", count=len(found)))
    return found[0]


def _certificates(content: bytes) -> list[x509.Certificate]:
    if _PEM in content:
        return x509.load_pem_x509_certificates(content)
    return [x509.load_der_x509_certificate(content)]


def check_may_sign(certificate: x509.Certificate) -> None:
    """That it is a signer's certificate, not an authority's. Raises PackRefused."""
    try:
        constraints, usage = (_extension(certificate, kind) for kind in (x509.BasicConstraints, x509.KeyUsage))
        signs = isinstance(certificate.public_key(), ec.EllipticCurvePublicKey | rsa.RSAPublicKey)
    except (ValueError, x509.DuplicateExtension, UnsupportedAlgorithm) as problem:
        raise PackRefused(say("This certificate cannot be read: {problem}.", problem=problem)) from None
    if constraints and constraints.ca:
        raise PackRefused(
            say(
                "This is the certificate of an authority, which would vouch for others. Give that of the node itself, "
                "node.pem."
            )
        )
    if usage and not (usage.digital_signature or usage.content_commitment):
        raise PackRefused(
            say("This certificate is not made for signing. Ask for the one that signs the country's packs.")
        )
    if not signs:
        raise PackRefused(say("This certificate's key is neither of an elliptic curve nor RSA, as keys of packs are."))


def _extension(certificate: x509.Certificate, kind: type[x509.ExtensionType]) -> Any:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def signer_of(certificate: x509.Certificate) -> Signer:
    """Who the certificate says its holder is."""
    return Signer(
        name=_named(certificate, x509.NameOID.COMMON_NAME) or certificate.subject.rfc4514_string()[:200],
        organisation=_named(certificate, x509.NameOID.ORGANIZATION_NAME),
        country=_named(certificate, x509.NameOID.COUNTRY_NAME),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
    )


def _named(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value)[:200] if found else ""


def read_key(file: Path) -> tuple[ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, x509.Certificate]:
    """The private key and the certificate that one PEM file holds together. Raises PackRefused."""
    try:
        mode, content = file.stat().st_mode, file.read_bytes()
    except OSError as problem:
        raise PackRefused(f"{file} cannot be read: {problem.strerror}.") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise PackRefused(f"{file} may be read by others on this machine. Run: chmod 600 {file}")
    try:
        key = load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise PackRefused(f"{file} holds no private key in PEM without a password.") from None
    certificate = read_certificate(content[content.find(_PEM) :] if _PEM in content else b"")
    if (
        not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
        or key.public_key() != certificate.public_key()
    ):
        raise PackRefused(f"{file} does not hold a key and its certificate. Put both into it, one after the other.")
    return key, certificate
