"""A signer whose private key lies in this process's memory: read and checked once, not anew for each letter."""

from __future__ import annotations

from collections.abc import Sequence

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class HeldKeySigner(Signer):
    """Signs with `key`; `chain` are the certificates that lead from its certificate to an authority."""

    def __init__(self, key: PrivateKey, certificate: x509.Certificate, chain: Sequence[x509.Certificate]) -> None:
        super().__init__(signing_cert=asn1_of(certificate), cert_registry=store_of(chain))
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        algorithm = getattr(hashes, digest_algorithm.upper())()
        if isinstance(self._key, rsa.RSAPrivateKey):
            return bytes(self._key.key_size // 8) if dry_run else self._key.sign(data, padding.PKCS1v15(), algorithm)
        return bytes(_largest_ecdsa(self._key)) if dry_run else self._key.sign(data, ec.ECDSA(algorithm))


def store_of(chain: Sequence[x509.Certificate]) -> SimpleCertificateStore:
    """The certificates as pyHanko looks them up."""
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for certificate in chain:
        store.register(asn1_of(certificate))
    return store


def asn1_of(certificate: x509.Certificate) -> asn1.Certificate:
    """The same certificate, as the PDF library reads it."""
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _largest_ecdsa(key: ec.EllipticCurvePrivateKey) -> int:
    """Bytes of a DER-encoded signature, at most."""
    return 2 * ((key.key_size + 7) // 8) + 9
