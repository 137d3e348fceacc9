"""The overview as a file of the wanted form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from comity.kernel.words import noted
from comity.stateofplay.adapters.matrix_document import as_docx
from comity.stateofplay.adapters.matrix_pdf import as_pdf
from comity.stateofplay.adapters.matrix_slides import as_pptx
from comity.stateofplay.rules.matrix import Matrix
from comity.stateofplay.rules.matrix_text import as_csv, as_json, as_markdown

_OFFICE = "application/vnd.openxmlformats-officedocument"


class MatrixForm(StrEnum):
    """A form that the overview can be had in."""

    JSON = "json"
    CSV = "csv"
    MD = "md"
    DOCX = "docx"
    PDF = "pdf"
    PPTX = "pptx"

    @property
    def is_text(self) -> bool:
        return self in {"json", "csv", "md"}

    @property
    def label(self) -> str:
        return {
            "json": "JSON",
            "csv": noted("CSV for spreadsheets"),
            "md": "Markdown",
            "docx": noted("Text document (DOCX)"),
            "pdf": "PDF",
            "pptx": noted("Slides (PPTX)"),
        }[self]


@dataclass(frozen=True, slots=True)
class MatrixFile:
    name: str
    media_type: str
    content: bytes


def matrix_file(matrix: Matrix, form: MatrixForm) -> MatrixFile:
    """The file. Raises NotPrintable, as PDF, for what paper cannot show; FontsMissing before fonts were fetched."""
    name = f"state-of-play-{matrix.day.isoformat()}.{form}"
    return MatrixFile(name, _MEDIA_TYPES[form], _MAKE[form](matrix))


_MEDIA_TYPES: Mapping[MatrixForm, str] = {
    MatrixForm.JSON: "application/json",
    MatrixForm.CSV: "text/csv; charset=utf-8",
    MatrixForm.MD: "text/markdown; charset=utf-8",
    MatrixForm.DOCX: f"{_OFFICE}.wordprocessingml.document",
    MatrixForm.PDF: "application/pdf",
    MatrixForm.PPTX: f"{_OFFICE}.presentationml.presentation",
}
_MAKE: Mapping[MatrixForm, Callable[[Matrix], bytes]] = {
    MatrixForm.JSON: lambda matrix: as_json(matrix).encode(),
    MatrixForm.CSV: lambda matrix: b"\xef\xbb\xbf" + as_csv(matrix).encode(),
    MatrixForm.MD: lambda matrix: as_markdown(matrix).encode(),
    MatrixForm.DOCX: as_docx,
    MatrixForm.PDF: as_pdf,
    MatrixForm.PPTX: as_pptx,
}
