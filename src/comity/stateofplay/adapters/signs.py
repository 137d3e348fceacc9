"""What a file may hold: XML knows no control characters, paper none either, and a file with one would not open."""

from __future__ import annotations

import re

from comity.documents.rules.printable import as_printed

_BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def writable(text: str) -> str:
    """`text` without the characters that XML bars, and without invisible ones."""
    return as_printed(_BARRED.sub("", text))
