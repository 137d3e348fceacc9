"""The working document on a gap as a file to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.stateofplay.adapters.amendment_document import as_docx
from comity.stateofplay.queries.amendments import working_document

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class AmendmentFile:
    name: str
    content: bytes


def amendment_file(country: str, article: str, day: date) -> AmendmentFile:
    """As a text document. Raises NotFound."""
    found = working_document(country, article, day)
    return AmendmentFile(f"amendment-{country}-article-{article}-{day.isoformat()}.docx", as_docx(found))
