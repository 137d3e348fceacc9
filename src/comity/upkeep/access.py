"""The door from a user to proposals, reports, reminders and direct details; rows come locked, for who will decide."""

from __future__ import annotations

from comity.kernel.words import say
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.upkeep.models import ContactDetail, ErrorReport, Proposal, UpkeepReminder
from comity.upkeep.queries.proposals import stamp_of
from comity.upkeep.rules.contact import KEEPERS
from comity.upkeep.rules.refusal import NotFound, NotNow, ReadAnew


def proposal_for(user: User, number: int, *, seen: str | None = None) -> Proposal:
    """The proposal, locked; as the reader saw it, where `seen` says what that was.

    Raises NotEntitled, NotFound, ReadAnew.
    """
    require(user, Role.EDITOR)
    found = Proposal.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("proposal")
    if seen is not None and stamp_of(found) != seen:
        raise ReadAnew
    return found


def error_report_for(user: User, number: int) -> ErrorReport:
    """The report, locked. Raises NotEntitled, NotFound."""
    require(user, Role.EDITOR)
    found = ErrorReport.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("report")
    return found


def reminder_for(user: User, number: int) -> UpkeepReminder:
    """The user's own reminder, locked. Raises NotFound: others' reminders are as if they were not there."""
    found = UpkeepReminder.objects.select_for_update().filter(pk=number, user=user).first()
    if found is None:
        raise NotFound("reminder")
    return found


def contact_for(user: User, number: int) -> ContactDetail:
    """The direct detail that stands, locked. Raises NotEntitled, NotFound, or NotNow where it was withdrawn."""
    require(user, *KEEPERS)
    found = ContactDetail.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("direct detail")
    if found.withdrawn_at:
        raise NotNow(say("This was withdrawn meanwhile, so nothing was changed."))
    return found
