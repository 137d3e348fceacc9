"""The report as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from comity.stateofplay.adapters.report_document import as_docx
from comity.stateofplay.adapters.report_pdf import as_pdf
from comity.stateofplay.rules.report import Report


class ReportForm(StrEnum):
    """A form that the report can be had in."""

    DOCX = "docx"
    PDF = "pdf"

    @property
    def label(self) -> str:
        return {"docx": "Text document (DOCX)", "pdf": "PDF"}[self]


@dataclass(frozen=True, slots=True)
class ReportFile:
    name: str
    media_type: str
    content: bytes


def report_file(report: Report, form: ReportForm) -> ReportFile:
    """The file. Raises ValueError, as PDF, for what paper cannot show; FontsMissing before fonts were fetched."""
    short = "-short" if report.short else ""
    name = f"state-of-play-report-{report.day.isoformat()}{short}.{form}"
    return ReportFile(name, MEDIA_TYPES[form], _MAKE[form](report))


MEDIA_TYPES: Mapping[ReportForm, str] = {
    ReportForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ReportForm.PDF: "application/pdf",
}
_MAKE: Mapping[ReportForm, Callable[[Report], bytes]] = {ReportForm.DOCX: as_docx, ReportForm.PDF: as_pdf}
