"""Letters signed with the node's key: PAdES B-B (ETSI EN 319 142-1). Keeps the letter archival and readable aloud.

The signature has no picture on the page: the letter's signature block is part of what is signed.
"""

from __future__ import annotations

import io
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from comity.documents.adapters.node_key import NodeKey, NodeKeyProblem, node_key
from comity.kernel import clock

FIELD = "Signature"
_LARGEST_ECDSA = 72
"""Bytes of a DER-encoded P-256 signature, at most."""
_ROOM = 12_288
"""Hexadecimal digits kept free for the signature: two certificates with the longest names fill two thirds."""


def sign(pdf: bytes, *, reason: str) -> bytes:
    """`pdf` with the node's signature appended; not a byte of `pdf` itself changes.

    Raises NodeKeyProblem where the node's key is missing in part, or its certificate does not hold today.
    """
    moment = clock.now()
    own = own_key()
    _check_holds(own.certificate, moment)
    env = settings.ENV
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        location=env.country.english_name,
        name=env.organisation,
    )
    signer = _DatedSigner(metadata, _signer(own), new_field_spec=_field())
    signer.moment = moment
    signed: io.BytesIO = signer.sign_pdf(_SignatureOnly(io.BytesIO(pdf)), bytes_reserved=_ROOM)
    return signed.getvalue()


def fingerprint() -> str:
    """SHA-256 of the node's certificate, in hexadecimal digits."""
    return own_key().certificate.fingerprint(hashes.SHA256()).hex()


def own_key() -> NodeKey:
    """This node's key, read once for each state of its folder. Made at first use."""
    env = settings.ENV
    node = env.home / "keys" / "node.pem"
    changed = node.stat().st_mtime_ns if node.exists() else 0
    return _known(env.home, str(env.country), env.organisation, changed) if changed else _first()


def _first() -> NodeKey:
    env = settings.ENV
    return node_key(env.home, country=str(env.country), organisation=env.organisation)


@lru_cache(maxsize=8)
def _known(home: Path, country: str, organisation: str, changed: int) -> NodeKey:  # noqa: ARG001  part of the key
    return node_key(home, country=country, organisation=organisation)


@lru_cache(maxsize=8)
def _signer(own: NodeKey) -> _NodeSigner:
    return _NodeSigner(own)


def _check_holds(certificate: x509.Certificate, moment: datetime) -> None:
    start, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not start <= moment < end:
        raise NodeKeyProblem(
            f"The node's certificate holds from {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M} UTC, and it is "
            f"{moment:%Y-%m-%d %H:%M} UTC. Nothing was signed. Check the clock, or issue a new certificate."
        )


def _field() -> SigFieldSpec:
    """Outside the page and with the print flag: what PDF/A and PDF/UA both accept of a field without a picture."""
    return SigFieldSpec(
        FIELD,
        readable_field_name="Electronic signature of the requesting authority",
        invis_sig_settings=InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True),
    )


class _NodeSigner(Signer):
    """Signs with a key that was read and checked before, not read anew for each letter."""

    def __init__(self, own: NodeKey) -> None:
        authority = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        authority.register(_asn1(own.authority))
        super().__init__(signing_cert=_asn1(own.certificate), cert_registry=authority)
        self._key = own.key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if dry_run:
            return bytes(_LARGEST_ECDSA)
        return self._key.sign(data, ec.ECDSA(getattr(hashes, digest_algorithm.upper())()))


class _SignatureOnly(IncrementalPdfFileWriter):
    """Appends the signature and nothing else: the archival metadata stay byte for byte as they were typeset."""

    def _prep_dom_for_writing(self) -> None:
        """Would rewrite the metadata with the machine's time, in a form that PDF/A checkers dispute."""


class _DatedSigner(PdfSigner):
    """Takes the moment of signing from the node's clock, not from the machine's."""

    moment: datetime

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002
        """Declares PAdES, and not PDF 2.0, which PDF/A-3 does not know."""
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self.moment
        return session


def _asn1(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
