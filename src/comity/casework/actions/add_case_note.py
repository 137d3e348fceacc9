"""Adding a note to a case."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import case_for
from comity.casework.models.case_note import CaseNote
from comity.casework.rules.events import CaseNoteAdded, case_subject
from comity.casework.rules.wording import paragraph
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def add_case_note(reference: str, text: str, *, by: User) -> None:
    """The note is seen by whoever sees the case, and never changed. Raises NotFound, NotEntitled, Refused."""
    case = case_for(by, reference)
    require(by, Role.DRAFTER, Role.APPROVER, Role.DUTY_OFFICER)
    words = paragraph(text, "text", say("Note"))
    CaseNote.objects.create(case=case, text=words, at=clock.now(), by=by)
    record(CaseNoteAdded(subject=case_subject(case.reference), digest=Digest.of(words.encode())), actor=by.actor)
