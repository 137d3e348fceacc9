"""A country's profile as a PDF file."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.stateofplay.adapters.profile_pdf import as_pdf
from comity.stateofplay.queries.matrix_file import MatrixFile
from comity.stateofplay.queries.profile_sheet import profile_sheet


def profile_file(snapshot: Snapshot, code: CountryCode, requester: CountryCode, day: date) -> MatrixFile:
    """The file. Raises ValueError for what paper cannot show; FontsMissing before fonts were fetched."""
    name = f"profile-{code}-{day.isoformat()}.pdf"
    return MatrixFile(name, "application/pdf", _made(snapshot, code, requester, day))


@lru_cache(maxsize=32)
def _made(snapshot: Snapshot, code: CountryCode, requester: CountryCode, day: date) -> bytes:
    """Kept for those asked for last: the same profile is the same file, and the page is open to everybody."""
    return as_pdf(profile_sheet(snapshot, code, requester, day))
