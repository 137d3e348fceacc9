"""A PAdES B-B signature as pyHanko (MIT) makes it out of the box, with the key that the job brings."""

from __future__ import annotations

import io
from typing import Any

from asn1crypto import keys, pem, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer(job: dict[str, Any]) -> SimpleSigner:
    """The job's `key` and `certificate`, PEM each."""
    return SimpleSigner(
        signing_cert=x509.Certificate.load(_der(job["certificate"])),
        signing_key=keys.PrivateKeyInfo.load(_der(job["key"])),
        cert_registry=SimpleCertificateStore(),
    )


def signed(pdf: bytes, own: SimpleSigner) -> bytes:
    metadata = PdfSignatureMetadata(field_name="Signature", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    made: io.BytesIO = sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), metadata, signer=own)
    return made.getvalue()


def _der(text: str) -> bytes:
    return pem.unarmor(text.encode())[2]
