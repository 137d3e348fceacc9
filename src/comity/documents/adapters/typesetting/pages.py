"""How many pages a PDF of this node's own making has."""

from __future__ import annotations

import io

from pyhanko.pdf_utils.reader import PdfFileReader


def page_count(pdf: bytes) -> int:
    """The number of pages that the file's page tree states."""
    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])
