"""Answering a report: what an editor found, and whether it led to a correction."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import error_report_for
from comity.upkeep.actions.propose_change import check_words
from comity.upkeep.models import ReportState
from comity.upkeep.rules.events import ErrorReportAnswered
from comity.upkeep.rules.refusal import NotNow


@transaction.atomic
def answer_error_report(number: int, answer: str, *, corrected: bool, by: User) -> None:
    """Raises NotEntitled, NotFound, NotNow where somebody answered it already, Refused without an answer."""
    report = error_report_for(by, number)
    if report.state != ReportState.OPEN:
        raise NotNow(say("Somebody has answered this report meanwhile. Read what they found."))
    check_words(answer, "answer")
    report.state = ReportState.CORRECTED if corrected else ReportState.DISMISSED
    report.answer, report.answered_by, report.answered_at = answer.strip(), by, clock.now()
    report.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    record(ErrorReportAnswered(subject=report.subject, state=report.state), actor=by.actor)
