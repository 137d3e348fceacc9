"""Looking into a stranger's PDF: whether it can be read without a password, how many pages it has, whether it acts.

Decodes no page: what a page draws is of no matter here, and may be made to unfold without end.
"""

from __future__ import annotations

import io
import logging
from typing import Any

from pyhanko.pdf_utils.decode_limits import (
    DEFAULT_PURPOSE_LIMITS,
    DecodeLimits,
    DecodePurpose,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.pdf_utils.misc import PdfDecodeLimitError
from pyhanko.pdf_utils.reader import PdfFileReader

from comity.documents.adapters.reading.attachments import attachments_of
from comity.documents.adapters.reading.pdf_tree import TooMany
from comity.documents.rules.file_kind import FileKind
from comity.documents.rules.file_marks import runnable_name
from comity.documents.rules.found_file import MOST_PAGES, FoundFile, Obstacle, stopped

_MIB = 1024 * 1024
_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=16 * _MIB),
    per_purpose={**DEFAULT_PURPOSE_LIMITS, DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=4 * _MIB)},
    document_budget=DocumentDecodeBudget(base_allowance=64 * _MIB, max_ratio=8),
)
_ACTING = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/GoToE"}
_MOST_ACTIONS = 10
"""Actions follow one another; a reader that opens a page needs one."""
_PDF = FileKind.PDF.label


def look_into_pdf(content: bytes) -> FoundFile:
    """The PDF with its pages, or why it is not taken."""
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # its warnings quote the stranger's file
    try:
        return _looked(PdfFileReader(io.BytesIO(content), decode_limits=_LIMITS))
    except (PdfDecodeLimitError, TooMany):
        return stopped(Obstacle.UNFOLDS, _PDF)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001  a file can be damaged in any way; whatever fails here is the file's
        return stopped(Obstacle.DAMAGED, _PDF)


def _looked(reader: PdfFileReader) -> FoundFile:
    if reader.encrypted:
        return stopped(Obstacle.ENCRYPTED, _PDF)
    root = reader.root
    if _acts(root):
        return stopped(Obstacle.ACTS)
    if any(runnable_name(found.inside.name) for found in attachments_of(reader)):
        return stopped(Obstacle.CARRIES, _PDF)
    pages = int(root["/Pages"]["/Count"])
    if pages < 1:
        return stopped(Obstacle.DAMAGED, _PDF)
    return stopped(Obstacle.TOO_LONG) if pages > MOST_PAGES else FoundFile(FileKind.PDF, pages)


def _acts(root: DictionaryObject) -> bool:
    """Whether the catalogue names something that happens without the reader's doing (ISO 32000-1, 12.6)."""
    names = _entry(root, "/Names")
    if "/AA" in root or (isinstance(names, DictionaryObject) and "/JavaScript" in names):
        return True
    action = _entry(root, "/OpenAction")
    for _ in range(_MOST_ACTIONS):
        if not isinstance(action, DictionaryObject):
            return False
        if _entry(action, "/S") in _ACTING:
            return True
        following = _entry(action, "/Next")
        if isinstance(following, ArrayObject):
            return True
        action = following
    return True


def _entry(parent: DictionaryObject, key: str) -> Any:
    """The entry with its reference followed (`get` would give the reference itself), or None."""
    if key in parent:
        return parent[key]
    return None
