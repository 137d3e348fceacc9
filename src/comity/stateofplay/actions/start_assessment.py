"""Asking a questionnaire of a country, as of a day."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.stateofplay.access import current_questionnaire
from comity.stateofplay.models import Assessment
from comity.stateofplay.models.assessment import OPEN
from comity.stateofplay.rules.events import AssessmentStarted, assessment_subject


@transaction.atomic
def start_assessment(country: CountryCode, questionnaire: str, as_of: date, *, by: User) -> int:
    """The new assessment's number. Raises NotEntitled; Refused for a day to come, an unknown questionnaire, or where
    such an assessment is under way."""
    require(by, Role.EDITOR)
    if as_of > clock.today(by.zone):
        raise Refused(
            "as_of", say("This day is yet to come. An assessment says how things stood on a day that has been.")
        )
    asked = current_questionnaire(questionnaire)
    if asked is None:
        raise Refused("questionnaire", say("This node has no questionnaire “{name}”.", name=questionnaire[:60]))
    same = Assessment.objects.filter(OPEN, country=country, questionnaire=asked.id, as_of=as_of).first()
    if same:
        raise Refused(
            "as_of",
            say("Assessment {number} of this country and day is under way already: continue that one.", number=same.pk),
        )
    now = clock.now()
    made = Assessment.objects.create(
        country=country,
        questionnaire=asked.id,
        edition=asked.edition,
        asked=asked.model_dump(mode="json", by_alias=True),
        as_of=as_of,
        started_at=now,
        started_by=by,
        changed_at=now,
    )
    record(
        AssessmentStarted(
            subject=assessment_subject(made.pk),
            country=str(country),
            questionnaire=asked.id,
            edition=asked.edition,
            as_of=as_of,
        ),
        actor=by.actor,
    )
    return made.pk
