"""The signatures of a PDF, each held against its bytes, its certificate and what the node trusts. Gives no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel

from comity.documents.adapters.reading.signed_words import reason_and_mandate, visible
from comity.documents.adapters.reading.stamps import DocumentStamp, document_stamps, signature_stamps
from comity.documents.adapters.trust.certificate_names import aware, called, named, one_line, utc
from comity.documents.adapters.trust.chains import chain_of, context, voucher_of
from comity.documents.adapters.trust.embedded import Embedded, embedded_in, embedded_in_signature
from comity.documents.rules.anchor import Anchor, Purpose
from comity.documents.rules.seal import After, Chain, Revocation, Seal, SealLevel, Stamp

MOST = 20
_KINDS = {SigSeedSubFilter.PADES.value, SigSeedSubFilter.ADOBE_PKCS7_DETACHED.value}
_SKEW = timedelta(minutes=10)
_USAGE = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
_FOR_DOCUMENTS = {
    "1.3.6.1.5.5.7.3.36",  # id-kp-documentSigning, RFC 9336
    "adobe_authentic_documents_trust",
    "microsoft_document_signing",
    "email_protection",
    "any_extended_key_usage",
}


class ForeignSignature(ValueError):
    """A signature is of a kind that cannot be checked here."""


def seals_of(reader: PdfFileReader, anchors: Sequence[Anchor], moment: datetime) -> tuple[Seal, ...]:
    """Every signature in the order of signing. Raises ForeignSignature for one of another kind, or for too many.

    The reader leaves out kinds that it does not know: hence the count of the fields that hold one.
    """
    fields = [name for name, _, _ in islice(enumerate_sig_fields(reader, filled_status=True), MOST + 1)]
    signatures = reader.embedded_regular_signatures
    known = len(signatures) + len(reader.embedded_timestamp_signatures)
    if len(fields) > min(known, MOST) or any(_text(found, "/SubFilter") not in _KINDS for found in signatures):
        raise ForeignSignature
    embedded = embedded_in(reader)
    over = document_stamps(reader, anchors, moment, embedded)
    return tuple(_seal(found, anchors, moment, embedded, over, frozenset(fields)) for found in signatures)


def _seal(
    found: EmbeddedPdfSignature,
    anchors: Sequence[Anchor],
    moment: datetime,
    embedded: Embedded,
    over: Sequence[DocumentStamp],
    fields: frozenset[str],
) -> Seal:
    """Checked as of the earliest moment at which a trusted stamp shows it to exist; without one, as of `moment`."""
    covering = [held for held in over if held.revision > found.signed_revision]
    inside = tuple(signature_stamps(found, anchors, _earliest(held.stamp for held in covering) or moment, embedded))
    stamps = (*inside, *(held.stamp for held in covering))
    proved = _earliest(stamps)
    at = proved or moment
    certificate = found.signer_cert
    carried = embedded.plus(embedded_in_signature(found)).about(certificate)
    status, revocation = _status(found, anchors, at, carried)
    claimed = found.self_reported_timestamp
    chain = _fit(chain_of(status), certificate, claimed, at)
    voucher = voucher_of(status, anchors, Purpose.SIGNERS, at)
    said = carried.said_at(certificate)
    reason, mandate = reason_and_mandate(found)
    return Seal(
        signer=called(certificate.subject),
        organisation=named(certificate.subject, "organization_name"),
        country=named(certificate.subject, "country_name"),
        issuer=called(certificate.issuer),
        fingerprint=certificate.sha256.hex(),
        reason=reason,
        location=one_line(_text(found, "/Location")),
        mandate=mandate,
        claimed_at=utc(claimed) if claimed else "",
        proved_at=utc(proved) if proved else "",
        valid_from=utc(certificate.not_valid_before),
        valid_to=utc(certificate.not_valid_after),
        intact=status.intact and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION,
        genuine=status.valid,
        after=_after(found, status, fields),
        chain=chain,
        voucher=f"“{voucher.name}” ({voucher.place})" if voucher and chain is Chain.TRUSTED else "",
        level=_level(found, stamps, carried, [held for held in covering if held.stamp.holds]),
        visible=visible(found),
        revision=found.signed_revision + 1,
        revisions=found.reader.xrefs.total_revisions,
        stamps=stamps,
        revocation=revocation,
        revocation_at=utc(said) if said else "",
    )


def _earliest(stamps: Iterable[Stamp]) -> datetime | None:
    return min((datetime.fromisoformat(stamp.at) for stamp in stamps if stamp.trusted), default=None)


def _after(found: EmbeddedPdfSignature, status: PdfSignatureStatus, fields: frozenset[str]) -> After:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return After.NOTHING
    result = status.diff_result
    if not isinstance(result, DiffResult) or not status.docmdp_ok:
        return After.OTHER
    match result.modification_level:
        case ModificationLevel.NONE:
            return After.OTHER if _tail(found).strip() else After.NOTHING  # a mail gateway adds an empty line
        case ModificationLevel.LTA_UPDATES:
            return After.ARCHIVAL
        case ModificationLevel.FORM_FILLING:
            return After.FORM if result.changed_form_fields - fields else After.SIGNATURES
    return After.OTHER


def _tail(found: EmbeddedPdfSignature) -> bytes:
    """What stands behind the signed bytes."""
    _, _, start, length = found.byte_range
    found.reader.stream.seek(start + length)
    return bytes(found.reader.stream.read())


def _fit(chain: Chain, certificate: x509.Certificate, claimed: datetime | None, at: datetime) -> Chain:
    """A trusted certificate must also be for documents, and in force at the time that the signer claims."""
    if chain is not Chain.TRUSTED:
        return chain
    purposes = certificate.extended_key_usage_value
    if purposes is not None and not _FOR_DOCUMENTS & set(purposes.native):
        return Chain.UNSUITABLE
    start, end = certificate.not_valid_before, certificate.not_valid_after
    if claimed is not None and not start - _SKEW <= aware(claimed) <= min(end, at + _SKEW):
        return Chain.WRONG_TIME
    return chain


def _status(
    found: EmbeddedPdfSignature, anchors: Sequence[Anchor], at: datetime, carried: Embedded
) -> tuple[PdfSignatureStatus, Revocation]:
    """Checked with what the file carries about revocation; where that settles nothing, without."""
    unclear = Revocation.NOT_ASKED
    if carried:
        proof = context(anchors, Purpose.SIGNERS, at, carried, proof=True)
        status = validate_pdf_signature(found, proof, key_usage_settings=_USAGE)
        if status.trusted:
            return status, Revocation.GOOD
        if chain_of(status) is Chain.REVOKED:
            return status, Revocation.REVOKED
        unclear = Revocation.UNCLEAR
    trusting = context(anchors, Purpose.SIGNERS, at, carried)
    return validate_pdf_signature(found, trusting, key_usage_settings=_USAGE), unclear


def _level(
    found: EmbeddedPdfSignature, stamps: Sequence[Stamp], carried: Embedded, over: Sequence[DocumentStamp]
) -> SealLevel:
    """What the structure shows, whoever is trusted: B-LTA where a stamp covers the revocation data, too."""
    if _text(found, "/SubFilter") != SigSeedSubFilter.PADES.value:
        return SealLevel.NONE
    if not any(stamp.holds for stamp in stamps):
        return SealLevel.B
    if carried.said_at(found.signer_cert) is None:
        return SealLevel.T
    newest = found.reader.get_historical_root(over[-1].revision) if over else {}
    return SealLevel.LTA if "/DSS" in newest else SealLevel.LT


def _text(found: EmbeddedPdfSignature, key: str) -> str:
    return str(found.sig_object[key]) if key in found.sig_object else ""
