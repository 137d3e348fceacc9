"""A report that is made while its reader does something else: its states, and how much of it a node takes.

Knows no database.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from comity.kernel.words import noted

AT_ONCE = 20
"""Projects up to which a report is made while one waits for the page."""
KEPT_FOR = timedelta(days=1)
SHARED_FOR = timedelta(minutes=10)
"""How long a visitor gets what another visitor asked for, word for word."""
VISITORS_HOUR, BY_VISITORS = timedelta(hours=1), 20
"""Reports that visitors without an account may have made within an hour, all of them together."""
BUSY = noted(
    "This node has made all the large reports that it makes for visitors within an hour. Ask again in an hour."
)


class ReportState(StrEnum):
    """From the wish to the file."""

    WAITING = "report-waiting"
    MAKING = "report-making"
    READY = "report-ready"
    FAILED = "report-failed"

    @property
    def goes_on(self) -> bool:
        return self in {ReportState.WAITING, ReportState.MAKING}
