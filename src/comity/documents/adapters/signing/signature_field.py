"""How a signature is written into a PDF: appended, dated by the node's clock, in a field that both standards accept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, enumerate_sig_fields
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSigner, PdfSigningSession

OUT_OF_SIGHT = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
"""Outside the page and with the print flag: what PDF/A and PDF/UA both accept of a field without a picture."""


def next_name(reader: PdfFileReader, stem: str) -> str:
    """A field name that the file has not: `stem`, then `stem` with the first number from 2 that is free."""
    taken = {name for name, _, _ in enumerate_sig_fields(reader)}
    names = [stem, *(f"{stem}{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def empty_field(reader: PdfFileReader) -> str | None:
    """The first place that the letter keeps for a visible signature; None where it keeps none."""
    found = enumerate_sig_fields(reader, filled_status=False)
    return next((name for name, _, _ in found), None)


def unseen(name: str, spoken: str) -> SigFieldSpec:
    """A field without a picture; `spoken` is what a screen reader calls it."""
    return SigFieldSpec(name, readable_field_name=spoken, invis_sig_settings=OUT_OF_SIGHT)


class Appending(IncrementalPdfFileWriter):
    """Appends and nothing else: the archival metadata stay byte for byte as they were typeset."""

    def _prep_dom_for_writing(self) -> None:
        """Would rewrite the metadata with the machine's time, in a form that PDF/A checkers dispute."""


class DatedSigner(PdfSigner):
    """Takes the moment of signing from the node's clock, not from the machine's."""

    moment: datetime

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002
        """Declares PAdES, and not PDF 2.0, which PDF/A-3 does not know."""
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self.moment
        return session
