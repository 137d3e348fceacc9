"""What happened to a request at a moment of its own, as a form offers it to whoever corrects one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.clocks.happening import as_date, happenings
from comity.casework.rules.correctable import correctable, said_moment
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.events import RequestRegistered
from comity.casework.rules.timeline import told
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role

CORRECTORS = frozenset({Role.DRAFTER, Role.DUTY_OFFICER, Role.APPROVER})


@dataclass(frozen=True, slots=True)
class CorrectableView:
    """An entry by its number, the sentence that tells it, and when it happened as far as is known now (UTC). `day` is
    set where only the day is known, in the requested country."""

    sequence: int
    sentence: str
    happened_at: datetime
    day: date | None
    corrected: bool


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries that can be corrected, oldest first; `may` says whether this user can."""

    reference: str
    entries: tuple[CorrectableView, ...]
    may: bool


def corrections_of(user: User, reference: str) -> Corrections:
    """Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user).only("reference", "requested_zone"), reference)
    entries = entries_about(request_subject(request.reference))
    known = {item.sequence: item for item in happenings(entries)}
    arrival = [
        entry for entry in entries if entry.name == RequestRegistered.name
    ]  # by it the sentences know whose step
    found = []
    for entry in entries:
        if correctable(entry):
            sentence = list(told([*arrival, entry]))[-1].sentence
            happening = known[entry.sequence]
            moment = happening.moment if happening.corrected else said_moment(entry, request.requested_zone)
            day = None if happening.corrected else as_date(entry.payload.get("sent_on"))
            found.append(CorrectableView(entry.sequence, sentence, moment, day, happening.corrected))
    return Corrections(request.reference, tuple(found), bool(roles_of(user) & CORRECTORS))
