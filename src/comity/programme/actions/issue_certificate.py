"""Issuing the certificate of somebody who attended. It has one number, and is printed the same each time."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.access import participant_for
from comity.programme.models import Registration
from comity.programme.queries.certificate import certificate_of, printed
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.participation import ParticipantState
from comity.programme.rules.people_events import CertificateIssued, participant_subject


@transaction.atomic
def issue_certificate(number: int, *, by: User) -> str:
    """The certificate's number; that of the first time where it was issued before.

    Raises NotEntitled, NotFound, Refused, FontsMissing.
    """
    require(by, Role.PROGRAMME_OFFICER)
    terms = Registration.objects.select_for_update(of=("self",)).filter(activity__participants=number).first()
    row = participant_for(by, number)
    if terms is None or row.state != ParticipantState.ATTENDED.value:
        raise Refused("certificate", say("A certificate is for who attended. Mark the attendance first."))
    if row.certificate:
        return row.certificate
    terms.certificates += 1
    terms.save(update_fields=["certificates"])
    project = row.activity.project.code
    row.certificate = f"{project}/{row.activity.code}/{terms.certificates}".upper()
    row.certified_on = clock.today()
    row.save(update_fields=["certificate", "certified_on"])
    try:
        printed(certificate_of(row, organisation=settings.ENV.organisation))
    except ValueError as problem:
        raise Refused(
            "certificate", say("{problem} Ask the person how to spell the name, and correct it.", problem=problem)
        ) from None
    event = CertificateIssued(
        subject=participant_subject(row.pk),
        activity=activity_subject(project, row.activity.code),
        certificate=row.certificate,
    )
    record(event, actor=by.actor)
    return row.certificate
