"""Loading the demonstration world's upkeep by the same actions as people use: one proposal that waits, one report."""

from __future__ import annotations

from django.db import transaction

from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.upkeep.actions.assign_owner import assign_owner
from comity.upkeep.actions.propose_change import propose_change
from comity.upkeep.actions.report_error import report_error
from comity.upkeep.models import CountryOwner, ErrorReport, Proposal
from comity.upkeep.queries.fact import fact_at
from comity.upkeep.rules.facts import corrected

COUNTRY, PAGE, PLACE = "GE", "/atlas/GE/", "countries/ge/powers.16.0"
NOTE = "The slide lists the article as a gap, without saying how wide: ask the point of contact which data it covers."
REASON = "Readers ask how wide the gap is. Nobody knows from the slide, so the note says whom to ask."
REPORT = "This page repeats what was observed in June 2017. Is there nothing newer about the power to preserve data?"


@transaction.atomic
def load_demonstration(editor: User) -> None:
    """`editor` looks after Georgia, and proposes a plainer note. Does nothing where somebody has begun, nor on a node
    whose packs do not hold the fact."""
    if Proposal.objects.exists() or ErrorReport.objects.exists() or CountryOwner.objects.exists():
        return
    try:
        fact = fact_at(PLACE)
    except LookupError:
        return
    assign_owner(CountryCode(COUNTRY), editor.username, by=editor)
    changes = corrected(fact.place.path, fact.before, {**fact.before, "note": NOTE})
    propose_change(fact.place.pack, fact.base, changes, REASON, by=editor)
    report_error(PAGE, REPORT, place=PLACE, address="")
