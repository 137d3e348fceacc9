"""What was added to a letter elsewhere. Opens no connection. Runs in a process of its own (`increment_process`)."""

from __future__ import annotations

import io
import logging

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from comity.documents.rules.increment import Added, Increment, NewSignature
from comity.documents.rules.signature import Level

_WHOLE_REVISION = SignatureCoverageLevel.ENTIRE_REVISION


def increment(before: bytes, after: bytes) -> Increment:
    """Never raises for what `after` holds: what cannot be read is a finding. `after` begins with `before`."""
    if after == before:
        return Increment(Added.NOTHING)
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # its warnings quote the stranger's file
    try:
        return _read(before, after)
    except Exception:  # noqa: BLE001  a file can be damaged in any way; whatever fails here is the file's
        return Increment(Added.UNREADABLE)


def _read(before: bytes, after: bytes) -> Increment:
    old, reader = PdfFileReader(io.BytesIO(before)), PdfFileReader(io.BytesIO(after))
    revisions = old.xrefs.total_revisions
    if reader.encrypted or reader.xrefs.total_revisions == revisions:
        return Increment(Added.OTHER)
    known = len(old.embedded_signatures)
    if [found.field_name for found in reader.embedded_signatures[:known]] != [
        found.field_name for found in old.embedded_signatures
    ]:
        return Increment(Added.OTHER)
    result = DEFAULT_DIFF_POLICY.review_file(reader, revisions - 1)
    if not isinstance(result, DiffResult) or result.modification_level > ModificationLevel.FORM_FILLING:
        return Increment(Added.OTHER)
    new = reader.embedded_signatures[known:]
    regular = [found for found in new if found.sig_object_type == "/Sig"]
    if not regular:
        return Increment(Added.OTHER)
    for found in new:
        found.compute_integrity_info()
    if any(found.coverage < _WHOLE_REVISION for found in new):
        return Increment(Added.OTHER)
    return Increment(Added.SIGNATURES, tuple(_signature(found, reader, new) for found in regular))


def _signature(found: EmbeddedPdfSignature, reader: PdfFileReader, new: list[EmbeddedPdfSignature]) -> NewSignature:
    name = found.signer_cert.subject.native.get("common_name", "")
    return NewSignature(
        signer=_one_line(name if isinstance(name, str) and name else found.signer_cert.subject.human_friendly),
        certificate=found.signer_cert.sha256.hex(),
        reason=_one_line(str(found.sig_object.get("/Reason", ""))),
        level=_level(found, reader, new),
    )


def _level(found: EmbeddedPdfSignature, reader: PdfFileReader, new: list[EmbeddedPdfSignature]) -> str:
    """By its parts alone; whether they hold is for the verification to say."""
    attributes = found.signer_info["unsigned_attrs"]
    if not any(attribute["type"].native == "signature_time_stamp_token" for attribute in attributes or ()):
        return Level.BASIC
    later = any(
        other.sig_object_type == "/DocTimeStamp" and other.signed_revision > found.signed_revision for other in new
    )
    return Level.ARCHIVAL if later and "/DSS" in reader.root else Level.TIMED


def _one_line(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())[:200]
