"""An officer's key made ready to sign, wherever it is; and the proof, at registration, that it does."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError

from comity.documents.adapters.keys.officer_files import fits, key_in
from comity.documents.adapters.keys.signers import HeldKeySigner
from comity.documents.adapters.keys.token_signer import TokenPlace, TokenSigner
from comity.documents.adapters.signing.signatures import UsableKey
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.rules.anchor import Purpose
from comity.documents.rules.signature import KeySource, NotSigned
from comity.kernel import clock

_SPOKEN = "Electronic signature of an officer"


def usable(source: KeySource, place: Mapping[str, Any], certificates: str) -> UsableKey:
    """The key at `place`, with its certificates (PEM, the signer's own first). Raises NotSigned."""
    chain = tuple(x509.load_pem_x509_certificates(certificates.encode()))
    if source is KeySource.TOKEN:
        return UsableKey(TokenSigner(TokenPlace(**place), chain), source, _SPOKEN)
    password = place.get("password_file")
    key, _ = key_in(Path(place["key"]), Path(password) if password else None)
    if not fits(key, chain):
        raise NotSigned(f"{place['key']} is not the key of the certificate that is registered. Register it anew.")
    return UsableKey(HeldKeySigner(key, chain[0], chain[1:]), source, _SPOKEN)


def pem_of(certificates: Sequence[x509.Certificate]) -> str:
    """As the table keeps them."""
    return "".join(certificate.public_bytes(Encoding.PEM).decode() for certificate in certificates)


def prove(key: UsableKey, certificate: x509.Certificate, home: Path) -> None:
    """Raises NotSigned unless the key signs for its certificate, and somebody this node trusts vouches for that."""
    _check_trusted(key, home)
    usage = key.certificate.key_usage_value
    if usage is not None and not {"non_repudiation", "digital_signature"} & usage.native:
        raise NotSigned(f"The certificate of {key.name} was not issued for signatures. Ask for one that was.")
    specimen = secrets.token_bytes(32)
    signature = asyncio.run(key.signer.async_sign_raw(specimen, "sha256"))
    try:
        _verify(certificate.public_key(), signature, specimen)
    except InvalidSignature as problem:
        raise NotSigned(f"What this key signs does not fit the certificate of {key.name}.") from problem


def _verify(public: object, signature: bytes, specimen: bytes) -> None:
    if isinstance(public, ec.EllipticCurvePublicKey):
        public.verify(signature, specimen, ec.ECDSA(hashes.SHA256()))
    elif isinstance(public, rsa.RSAPublicKey):
        public.verify(signature, specimen, padding.PKCS1v15(), hashes.SHA256())
    else:
        raise NotSigned("The certificate is for a key of a kind that signs no letters here. Use EC (P-256) or RSA.")


def _check_trusted(key: UsableKey, home: Path) -> None:
    moment = clock.now()
    known = [anchor for anchor in anchors(home) if anchor.serves(Purpose.SIGNERS, moment)]
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(anchor.certificate) for anchor in known],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=moment,
    )
    validator = CertificateValidator(key.certificate, key.signer.cert_registry, validation_context=context)
    try:
        asyncio.run(validator.async_validate_usage(set()))  # type: ignore[no-untyped-call]
    except (PathBuildingError, PathValidationError) as problem:
        raise NotSigned(
            f"Nobody whom this node trusts vouches for {key.name}: {problem}. Trust their authority first: "
            "“comity trust add”."
        ) from problem
