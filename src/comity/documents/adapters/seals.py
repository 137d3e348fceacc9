"""The signatures of a PDF, each held against its bytes, its certificate and what the node trusts. Gives no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate, AdESSubIndic
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleTrustManager

from comity.documents.rules.findings import After, Chain, Seal

MOST = 20
_KINDS = {SigSeedSubFilter.PADES.value, SigSeedSubFilter.ADOBE_PKCS7_DETACHED.value}
_SKEW = timedelta(minutes=10)
_FOR_DOCUMENTS = {
    "1.3.6.1.5.5.7.3.36",  # id-kp-documentSigning, RFC 9336
    "adobe_authentic_documents_trust",
    "microsoft_document_signing",
    "email_protection",
    "any_extended_key_usage",
}


class ForeignSignature(ValueError):
    """A signature is of a kind that cannot be checked here."""


def seals_of(reader: PdfFileReader, anchors: Sequence[bytes], moment: datetime) -> tuple[Seal, ...]:
    """Every signature in the order of signing. Raises ForeignSignature for one of another kind, or for too many.

    The reader leaves out kinds that it does not know: hence the count of the fields that hold one.
    """
    filled = sum(1 for _ in islice(enumerate_sig_fields(reader, filled_status=True), MOST + 1))
    signatures = reader.embedded_regular_signatures
    known = len(signatures) + len(reader.embedded_timestamp_signatures)
    if filled > min(known, MOST) or any(_text(found, "/SubFilter") not in _KINDS for found in signatures):
        raise ForeignSignature
    return tuple(_seal(found, anchors, moment) for found in signatures)


def _seal(found: EmbeddedPdfSignature, anchors: Sequence[bytes], moment: datetime) -> Seal:
    status = validate_pdf_signature(
        found,
        _context(anchors, moment),
        key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}),
    )
    certificate = found.signer_cert
    claimed = found.self_reported_timestamp
    return Seal(
        signer=_named(certificate.subject, "common_name") or certificate.subject.human_friendly,
        organisation=_named(certificate.subject, "organization_name"),
        country=_named(certificate.subject, "country_name"),
        issuer=_named(certificate.issuer, "common_name") or certificate.issuer.human_friendly,
        fingerprint=certificate.sha256.hex(),
        reason=_text(found, "/Reason"),
        claimed_at=_utc(claimed) if claimed else "",
        valid_from=_utc(certificate.not_valid_before),
        valid_to=_utc(certificate.not_valid_after),
        intact=status.intact and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION,
        genuine=status.valid,
        after=_after(found, status),
        chain=_chain(status, certificate, claimed, moment),
    )


def _context(anchors: Sequence[bytes], moment: datetime) -> ValidationContext:
    """No connection is opened; revocation is not asked for. An empty list of anchors trusts nobody."""
    roots = [x509.Certificate.load(anchor) for anchor in anchors]
    return ValidationContext(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=moment,
    )


def _after(found: EmbeddedPdfSignature, status: PdfSignatureStatus) -> After:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return After.NOTHING
    result = status.diff_result
    if not isinstance(result, DiffResult) or not status.docmdp_ok:
        return After.OTHER
    if result.modification_level == ModificationLevel.NONE:
        return After.OTHER if _tail(found).strip() else After.NOTHING  # a mail gateway adds an empty line
    return _LEVELS.get(result.modification_level, After.OTHER)


def _tail(found: EmbeddedPdfSignature) -> bytes:
    """What stands behind the signed bytes."""
    _, _, start, length = found.byte_range
    found.reader.stream.seek(start + length)
    return bytes(found.reader.stream.read())


_LEVELS = {
    ModificationLevel.LTA_UPDATES: After.ARCHIVAL,
    ModificationLevel.FORM_FILLING: After.SIGNATURES,
}


def _chain(
    status: PdfSignatureStatus, certificate: x509.Certificate, claimed: datetime | None, moment: datetime
) -> Chain:
    if not (status.intact and status.valid):
        return Chain.NOT_ASKED
    trouble = status.trust_problem_indic
    if trouble is not None or not status.trusted:
        return _TROUBLES.get(trouble, Chain.UNKNOWN)
    purposes = certificate.extended_key_usage_value
    if purposes is not None and not _FOR_DOCUMENTS & set(purposes.native):
        return Chain.UNSUITABLE
    start, end = certificate.not_valid_before, certificate.not_valid_after
    if claimed is not None and not start - _SKEW <= _aware(claimed) <= min(end, moment + _SKEW):
        return Chain.WRONG_TIME
    return Chain.TRUSTED


_TROUBLES: dict[AdESSubIndic | None, Chain] = {
    AdESIndeterminate.EXPIRED: Chain.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: Chain.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: Chain.EXPIRED,
    AdESIndeterminate.NOT_YET_VALID: Chain.NOT_YET,
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: Chain.UNSUITABLE,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Chain.WEAK,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Chain.WEAK,
    AdESFailure.NOT_YET_VALID: Chain.NOT_YET,
}


def _text(found: EmbeddedPdfSignature, key: str) -> str:
    return str(found.sig_object[key]) if key in found.sig_object else ""


def _named(name: x509.Name, part: str) -> str:
    """The name's part as one line; a certificate may hold it several times, or not at all."""
    found = name.native.get(part, "")
    text = ", ".join(found) if isinstance(found, list) else str(found)
    return "".join(sign for sign in text if sign.isprintable())[:200]


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _utc(moment: datetime) -> str:
    return _aware(moment).astimezone(UTC).isoformat()
