"""The time stamps of a PDF: over the whole file, and inside signatures. Each is held against what it was made of.

A stamp over the file is checked as of now, or as of the next trusted stamp over it: that is how a chain of stamps keeps
a signature good after certificates ran out (PAdES B-LTA).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import (
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.status import SignatureCoverageLevel, TimestampSignatureStatus

from comity.documents.adapters.trust.certificate_names import called, named, utc
from comity.documents.adapters.trust.chains import chain_of, context, voucher_of
from comity.documents.adapters.trust.embedded import Embedded
from comity.documents.rules.anchor import Anchor, Purpose
from comity.documents.rules.seal import Stamp

MOST = 5
"""Time stamps inside one signature that are looked at."""


@dataclass(frozen=True, slots=True)
class DocumentStamp:
    """A stamp over the file, and the revision that it closes: it covers everything before."""

    revision: int
    stamp: Stamp


def document_stamps(
    reader: PdfFileReader, anchors: Sequence[Anchor], moment: datetime, embedded: Embedded
) -> tuple[DocumentStamp, ...]:
    """The stamps over the file, oldest first; each is checked as of the next one that is trusted."""
    found: list[DocumentStamp] = []
    for signature in reversed(reader.embedded_timestamp_signatures):
        stamp = _over_document(signature, anchors, moment, embedded)
        if stamp is None:
            continue
        found.append(DocumentStamp(signature.signed_revision, stamp))
        if stamp.trusted:
            moment = datetime.fromisoformat(stamp.at)
    return tuple(reversed(found))


def signature_stamps(
    found: EmbeddedPdfSignature, anchors: Sequence[Anchor], moment: datetime, embedded: Embedded
) -> Iterator[Stamp]:
    """The stamps inside one signature, checked as of `moment`."""
    imprint = message_imprint_checker(found.signer_info)
    for token in islice(extract_tst_data_iter(found.signer_info, signed=False), MOST):
        stamp = _stamp(token, imprint, anchors, moment, embedded, over_document=False)
        if stamp is not None:
            yield stamp


def _over_document(
    found: EmbeddedPdfSignature, anchors: Sequence[Anchor], moment: datetime, embedded: Embedded
) -> Stamp | None:
    covered = found.evaluate_signature_coverage() >= SignatureCoverageLevel.ENTIRE_REVISION
    imprint = found.compute_digest if covered else _nothing
    return _stamp(found.signed_data, imprint, anchors, moment, embedded, over_document=True)


def _nothing(_: str) -> bytes:
    """No stamp fits a part of a file."""
    return b""


def _stamp(
    token: cms.SignedData,
    imprint: Callable[[str], bytes],
    anchors: Sequence[Anchor],
    moment: datetime,
    embedded: Embedded,
    *,
    over_document: bool,
) -> Stamp | None:
    """None for a token that is none."""
    trusting = context(anchors, Purpose.STAMPS, moment, embedded)
    try:
        status = TimestampSignatureStatus(**asyncio.run(validate_tst_signed_data(token, trusting, imprint)))
    except SignatureValidationError:
        return None
    subject = status.signing_cert.subject
    voucher = voucher_of(status, anchors, Purpose.STAMPS, moment)
    return Stamp(
        authority=called(subject),
        organisation=named(subject, "organization_name"),
        country=named(subject, "country_name"),
        fingerprint=status.signing_cert.sha256.hex(),
        at=utc(status.timestamp),
        over_document=over_document,
        holds=status.intact and status.valid,
        chain=chain_of(status),
        voucher=voucher.name if voucher else "",
        own=voucher.own if voucher else False,
    )
