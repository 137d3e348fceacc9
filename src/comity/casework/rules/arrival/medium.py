"""What a file is: told by its first bytes, whatever it is called."""

from __future__ import annotations

from comity.casework.rules.arrival.mail import looks_like_mail
from comity.casework.rules.arrival.reading import Medium

_PDF_WITHIN = 1024
"""PDF readers look for the mark in the first 1024 bytes."""


def medium_of(content: bytes) -> Medium:
    """The sort of file that `content` is."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Medium.PDF
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        return Medium.JSON
    return Medium.MAIL if looks_like_mail(content) else Medium.OTHER
