"""Reading a stranger's PDF for the facts a verdict rests on. Opens no connection, and trusts nothing but the given
certificates. Runs in a process of its own (`inspection_process`), since a file may be made to exhaust its reader.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from datetime import datetime

from pyhanko.pdf_utils.decode_limits import (
    DEFAULT_PURPOSE_LIMITS,
    DecodeLimits,
    DecodePurpose,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.misc import PdfDecodeLimitError
from pyhanko.pdf_utils.reader import PdfFileReader

from comity.documents.adapters.reading.actions_inside import runs_something
from comity.documents.adapters.reading.attachments import REQUEST, attachments_of
from comity.documents.adapters.reading.pdf_tree import TooMany
from comity.documents.adapters.reading.seals import ForeignSignature, seals_of
from comity.documents.rules.anchor import Anchor
from comity.documents.rules.findings import Attached, Findings, Problem
from comity.documents.rules.judgement import LARGEST_FILE
from comity.documents.rules.printable import LARGEST_ATTACHMENT
from comity.documents.rules.recognising import something_else_too, sort_of

_SIGNED = re.compile(rb"/ByteRange\s*\[\s*0\s")
_MIB = 1024 * 1024
_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=16 * _MIB),
    per_purpose={**DEFAULT_PURPOSE_LIMITS, DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=2 * _MIB)},
    document_budget=DocumentDecodeBudget(base_allowance=64 * _MIB, max_ratio=8),
)


def inspect(pdf: bytes, anchors: Sequence[Anchor], moment: datetime) -> Findings:
    """The facts about `pdf`: its signatures held against `anchors` at `moment`, its attachments.

    Never raises for what the file holds: what cannot be read is a finding.
    """
    refused = _at_first_sight(pdf)
    if refused is not None:
        return refused
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # its warnings quote the stranger's file
    try:
        return _read(pdf, anchors, moment)
    except ForeignSignature:
        return Findings(Problem.FOREIGN_SIGNATURE)
    except (PdfDecodeLimitError, MemoryError, RecursionError, TooMany):
        return Findings(Problem.TOO_COSTLY)
    except Exception:  # noqa: BLE001  a file can be damaged in any way; whatever fails here is the file's
        return Findings(Problem.DAMAGED_SIGNED if _SIGNED.search(pdf) else Problem.DAMAGED)


def _at_first_sight(pdf: bytes) -> Findings | None:
    """What needs no reading of the PDF to be refused."""
    if len(pdf) > LARGEST_FILE:
        return Findings(Problem.TOO_LARGE)
    if b"%PDF-" not in pdf[:1024]:
        return Findings(Problem.NOT_PDF, sort_of("", pdf))
    twin = something_else_too(pdf)
    return None if twin is None else Findings(Problem.TWO_FILES, twin)


def _read(pdf: bytes, anchors: Sequence[Anchor], moment: datetime) -> Findings:
    reader = PdfFileReader(io.BytesIO(pdf), decode_limits=_LIMITS)
    if reader.encrypted:
        return Findings(Problem.ENCRYPTED)
    seals = seals_of(reader, anchors, moment)
    found = attachments_of(reader)
    attached, request = _request([file.content for file in found if file.inside.name == REQUEST])
    files = tuple(file.inside for file in found)
    return Findings(seals=seals, files=files, runs=runs_something(reader), attached=attached, request=request)


def _request(copies: list[bytes | None]) -> tuple[Attached, str]:
    if not copies:
        return Attached.NONE, ""
    if len(copies) > 1:
        return Attached.TWICE, ""
    (copy,) = copies
    if copy is None or len(copy) > LARGEST_ATTACHMENT:
        return Attached.TOO_LARGE, ""
    return Attached.READ, copy.decode(errors="replace")
