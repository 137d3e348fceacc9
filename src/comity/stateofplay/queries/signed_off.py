"""What signed-off assessments answered: of each country and questionnaire the last one by a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from comity.atlas.queries.fact import Age, FactView
from comity.atlas.rules.packs.questionnaire import Questionnaire
from comity.kernel.words import say
from comity.stateofplay.models import Assessment
from comity.stateofplay.queries.indicators import Answered
from comity.stateofplay.rules.answers import as_entries, in_words, items_of, wording
from comity.stateofplay.rules.assessment import AssessmentState


def answers_by(days: Sequence[date], codes: Sequence[str]) -> Mapping[date, Mapping[str, Mapping[str, Answered]]]:
    """By day, country and question, in two database queries however many days. An answer to other words is none."""
    rows = (
        Assessment.objects.filter(state=AssessmentState.SIGNED_OFF, country__in=codes, as_of__lte=max(days))
        .order_by("as_of", "id")
        .prefetch_related("answers")
    )
    found: dict[date, dict[str, dict[str, Answered]]] = {day: {} for day in days}
    kept = [(row, Questionnaire.model_validate(row.asked)) for row in rows]
    for day in days:
        last = {(row.country, asked.id): (row, asked) for row, asked in kept if row.as_of <= day}
        for row, asked in last.values():
            found[day].setdefault(row.country, {}).update(_answers(row, asked, day))
    return found


def _answers(row: Assessment, asked: Questionnaire, day: date) -> Iterator[tuple[str, Answered]]:
    answers = {(answer.item, answer.wording): answer for answer in row.answers.all()}
    for item in items_of(asked):
        answer = answers.get((item.id, str(wording(item))))
        if answer:
            entries = as_entries(item, answer.value)
            yield (
                item.id,
                Answered(answer.value, in_words(answer.value), item.topic, entries, fact_of(row, answer.source, day)),
            )


def fact_of(row: Assessment, source: str, day: date) -> FactView:
    """An assessment as the source of a fact."""
    return FactView(
        value="",
        start=row.as_of,
        end=None,
        observed=row.as_of,
        source=say("Assessment {number} of this node", number=row.pk),
        pinpoint=source,
        address="",
        checked=row.signed_off_at.date() if row.signed_off_at else row.as_of,
        confidence="high",
        assumed=False,
        disputed=False,
        age=Age.of(row.as_of, day),
        note="",
    )
