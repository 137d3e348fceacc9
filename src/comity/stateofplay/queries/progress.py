"""A country's signed-off assessments over time, as a chart and a table."""

from __future__ import annotations

from comity.atlas.rules.packs.questionnaire import Questionnaire
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.stateofplay.models import Assessment
from comity.stateofplay.rules.answers import items_of, wording
from comity.stateofplay.rules.assessment import AssessmentState
from comity.stateofplay.rules.pictures.picture import Picture
from comity.stateofplay.rules.pictures.progress import Judged, progress

MOST = 12
"""The newest assessments that are shown."""


def country_progress(country: CountryCode) -> Picture:
    """Every signed-off assessment of the country, the newest dozen, in two database queries."""
    rows = (
        Assessment.objects.filter(state=AssessmentState.SIGNED_OFF, country=country)
        .order_by("-as_of", "-id")
        .prefetch_related("answers")[:MOST]
    )
    return progress(country_words(country), [_judged(row) for row in reversed(rows)])


def _judged(row: Assessment) -> Judged:
    given = {(answer.item, answer.wording): answer for answer in row.answers.all()}
    asked = [item for item in items_of(Questionnaire.model_validate(row.asked)) if item.scale.choices]
    answers = [given.get((item.id, str(wording(item)))) for item in asked]
    return Judged(row.pk, row.as_of, tuple(answer.value for answer in answers if answer))
