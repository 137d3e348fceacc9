"""The file that somebody signs in their own software: the letter as it stands, ready for signature fields."""

from __future__ import annotations

import hashlib
import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name

from comity.documents.adapters.signing.signature_field import Appending

_APPEND_ONLY = 3
"""Signatures, and therefore nothing but additions: what signing software would set itself (ISO 32000-1, 12.7.2)."""


def offered(pdf: bytes) -> bytes:
    """`pdf`, with an empty form appended if it has none yet. The same letter gives the same bytes, always.

    With a form there, what a stranger's software adds can be told from what it changes.
    """
    writer = Appending(io.BytesIO(pdf))
    if "/AcroForm" in writer.root:
        return pdf
    flags = generic.NumberObject(_APPEND_ONLY)  # type: ignore[no-untyped-call]
    fields = {pdf_name("/Fields"): generic.ArrayObject(), pdf_name("/SigFlags"): flags}
    form = generic.DictionaryObject(fields)  # type: ignore[no-untyped-call]
    writer.root[pdf_name("/AcroForm")] = writer.add_object(form)
    writer.update_root()  # type: ignore[no-untyped-call]
    first = writer.document_id[0]
    again = generic.ByteStringObject(hashlib.sha256(pdf).digest()[:16])
    writer._document_id = generic.ArrayObject([first, again])
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()
