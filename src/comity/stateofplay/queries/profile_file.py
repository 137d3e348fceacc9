"""A country's profile as a PDF file."""

from __future__ import annotations

from datetime import date

from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.stateofplay.adapters.profile_pdf import as_pdf
from comity.stateofplay.queries.matrix_file import MatrixFile
from comity.stateofplay.queries.profile_sheet import profile_sheet


def profile_file(snapshot: Snapshot, code: CountryCode, requester: CountryCode, day: date) -> MatrixFile:
    """The file. Raises ValueError for what paper cannot show; FontsMissing before fonts were fetched."""
    name = f"profile-{code}-{day.isoformat()}.pdf"
    return MatrixFile(name, "application/pdf", as_pdf(profile_sheet(snapshot, code, requester, day)))
