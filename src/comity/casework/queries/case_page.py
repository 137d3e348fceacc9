"""One case: its requests with their clocks, its notes, its story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.casework.queries.conditions import Condition, conditions_in
from comity.casework.queries.request_line import RequestLine, request_line, with_line
from comity.casework.queries.visible import case_of, visible_cases
from comity.casework.rules.events import case_subject, request_subject
from comity.casework.rules.timeline import Told, told
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note; `at` in UTC."""

    text: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """`members` are those let into a restricted case, its opener not among them. `conditions` bind whoever uses what
    was given in it."""

    reference: str
    title: str
    summary: str
    offence_summary: str
    restricted: bool
    opened_at: datetime
    opened_by: str
    members: tuple[str, ...]
    requests: tuple[RequestLine, ...]
    notes: tuple[NoteView, ...]
    timeline: tuple[Told, ...]
    conditions: tuple[Condition, ...]
    may_draft: bool
    may_note: bool


def case_page(user: User, reference: str) -> CasePage:
    """Raises NotFound, for a hidden case too."""
    case = case_of(visible_cases(user).select_related("opened_by"), reference)
    roles = roles_of(user)
    requests = tuple(request_line(row) for row in with_line(case.requests.all()))
    subjects = [case_subject(case.reference), *(request_subject(line.reference) for line in requests)]
    entries = entries_about(*subjects)
    return CasePage(
        reference=case.reference,
        title=case.title,
        summary=case.summary,
        offence_summary=case.offence_summary,
        restricted=case.restricted,
        opened_at=case.opened_at,
        opened_by=case.opened_by.display_name,
        members=tuple(case.members.order_by("display_name").values_list("display_name", flat=True)),
        requests=requests,
        notes=tuple(NoteView(note.text, note.at, note.by.display_name) for note in case.notes.select_related("by")),
        timeline=tuple(told(entries)),
        conditions=conditions_in(entries),
        may_draft=bool(roles & {Role.DRAFTER, Role.DUTY_OFFICER}),
        may_note=bool(roles & {Role.DRAFTER, Role.DUTY_OFFICER, Role.APPROVER}),
    )
