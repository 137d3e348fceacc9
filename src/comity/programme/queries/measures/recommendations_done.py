"""How many recommendations countries had carried out by the end of a period, as the ledger has each follow-up then."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.kernel.country import CountryCode
from comity.ledger.queries.happenings import happenings, last_sequence
from comity.programme.queries.measures.measure import Measure, Scope
from comity.stateofplay.models import FollowUp
from comity.stateofplay.rules.follow_up import FollowUpStatus
from comity.stateofplay.rules.follow_up_events import FollowUpKept, follow_up_subject


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:  # noqa: ARG001  a level, not a flow
    """Not known where nothing had been said of any by then."""
    rows = FollowUp.objects.filter(country__in=list(scope.countries)).values_list("list_id", "number", "country")
    subjects = [follow_up_subject(name, number, CountryCode(code)) for name, number, code in rows]
    told = happenings(subjects, {FollowUpKept.name}, until=last_sequence())
    latest = [
        next((entry.payload["status"] for entry in reversed(entries) if entry.at.date() <= ends), None)
        for entries in told.values()
    ]
    said = [status for status in latest if status is not None and status != FollowUpStatus.UNKNOWN]
    return Decimal(sum(status == FollowUpStatus.DONE for status in said)) if said else None


MEASURE = Measure(
    name="recommendations-done",
    label="recommendations carried out",
    says=(
        "The number of recommendations, country by country, whose follow-up said “done” at the end of the period. "
        "A follow-up on which nothing was said is not counted; where nothing was said on any, the figure is not known."
    ),
    unit="recommendations",
    compute=compute,
    recorded=True,
)
