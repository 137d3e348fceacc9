"""The overview as this node knows it: its packs, and the assessments that were signed off here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.country import Topic
from comity.atlas.rules.packs.questionnaire import Questionnaire
from comity.stateofplay.models import Assessment
from comity.stateofplay.queries.matrix import Stated, matrix_of
from comity.stateofplay.queries.signed_off import fact_of
from comity.stateofplay.rules.answers import as_entries, items_of, wording
from comity.stateofplay.rules.assessment import AssessmentState
from comity.stateofplay.rules.matrix import Matrix, Statement


def node_matrix(day: date, *, countries: Sequence[str] | None = None) -> Matrix:
    """The overview as of `day`, in four database queries."""
    snapshot = node_snapshot()
    codes = sorted(snapshot.countries) if countries is None else countries
    return matrix_of(snapshot, day, countries=codes, assessed=_assessed(codes, day))


def _assessed(codes: Sequence[str], day: date) -> Iterator[Stated]:
    """What each country's last signed-off assessment of each questionnaire by `day` says about topics."""
    rows = (
        Assessment.objects.filter(state=AssessmentState.SIGNED_OFF, country__in=codes, as_of__lte=day)
        .order_by("country", "questionnaire", "-as_of", "-id")
        .distinct("country", "questionnaire")
        .prefetch_related("answers")
    )
    for row in rows:
        answers = {(answer.item, answer.wording): answer for answer in row.answers.all()}
        for item in items_of(Questionnaire.model_validate(row.asked)):
            answer = answers.get((item.id, str(wording(item))))
            if item.topic in set(Topic) and answer and (entries := as_entries(item, answer.value)):
                yield row.country, Topic(item.topic), Statement(entries, fact_of(row, answer.source, day), row.pk)
