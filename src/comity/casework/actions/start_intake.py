"""Beginning with the wizard."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.casework.access import case_for
from comity.casework.models.intake import Intake
from comity.casework.rules.events import IntakeStarted, intake_subject
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def start_intake(*, case_reference: str = "", by: User) -> UUID:
    """A new intake at its first step; with `case_reference`, its request will belong to that case.

    Raises NotEntitled; NotFound for a case that `by` may not see.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    case = case_for(by, case_reference) if case_reference else None
    now = clock.now()
    intake = Intake.objects.create(owner=by, case=case, started_at=now, changed_at=now)
    record(IntakeStarted(subject=intake_subject(intake.pk)), actor=by.actor)
    return intake.pk
