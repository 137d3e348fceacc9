"""Reports of errors as editors see them: what waits, and what was answered. Says nothing of who sent them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.upkeep.models import ErrorReport, ReportState

MOST = 100


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report, and what an editor found, where one has answered."""

    number: int
    page: str
    place: str
    text: str
    state: str
    received_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


def error_reports(*, answered: bool = False) -> tuple[ReportView, ...]:
    """What waits, the oldest first; or what was answered, the latest first. In one query."""
    rows = ErrorReport.objects.select_related("answered_by")
    waiting = rows.filter(state=ReportState.OPEN)
    found = rows.exclude(state=ReportState.OPEN).order_by("-answered_at") if answered else waiting
    return tuple(
        ReportView(
            row.pk,
            row.page,
            row.place,
            row.text,
            row.state,
            row.received_at,
            row.answer,
            row.answered_by.display_name if row.answered_by else "",
            row.answered_at,
        )
        for row in found[:MOST]
    )


def reports_waiting() -> int:
    """How many nobody has answered yet."""
    return ErrorReport.objects.filter(state=ReportState.OPEN).count()
