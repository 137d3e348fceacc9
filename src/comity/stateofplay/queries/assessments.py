"""Assessments as readers see them: the list, one with its answers, two of a country side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.questionnaire import Item, Questionnaire
from comity.casework.rules.refusal import NotFound
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.stateofplay.models import Answer, Assessment
from comity.stateofplay.rules.answers import Value, in_words, wording

NEWEST = 500


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    number: int
    country: str
    country_name: str
    title: str
    edition: int
    as_of: date
    state: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A question with its answer. `given` is empty without one; `stale` where it was given to other words."""

    item: Item
    given: str
    value: object
    known: bool
    stale: bool
    evidence: str
    source: str
    note: str
    version: int
    by: str

    @property
    def shown(self) -> str:
        """The answer as a page shows it: what the scale names, in the reader's language; else as it was typed."""
        return said(self.given) if self.version and (not self.known or self.item.scale.choices) else self.given

    @property
    def answered(self) -> bool:
        return bool(self.version) and not self.stale


@dataclass(frozen=True, slots=True)
class SectionView:
    title: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """`outdated`: the node's questionnaire reads otherwise today than the one that is answered here."""

    line: AssessmentLine
    version: int
    sections: tuple[SectionView, ...]
    no_longer_asked: tuple[tuple[str, str], ...]
    sent_by: str
    signed_off_by: str
    signed_off_at: datetime | None
    returned_because: str
    outdated: bool

    @property
    def answers(self) -> tuple[AnswerView, ...]:
        return tuple(answer for section in self.sections for answer in section.answers)

    @property
    def missing(self) -> int:
        return sum(not answer.answered for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that two assessments answer differently; an empty text: not asked, or not answered."""

    text: str
    before: str
    after: str


def assessment_lines() -> list[AssessmentLine]:
    """The newest assessments, by the day they speak of."""
    return [_line(row) for row in Assessment.objects.defer("asked").all()[:NEWEST]]


def assessment_view(number: int) -> AssessmentView:
    """The assessment with every answer, in a handful of database queries. Raises NotFound."""
    row = Assessment.objects.select_related("sent_by", "signed_off_by").filter(pk=number).first()
    if row is None:
        raise NotFound("assessment")
    asked = Questionnaire.model_validate(row.asked)
    answers = {answer.item: answer for answer in row.answers.select_related("answered_by")}
    sections = tuple(
        SectionView(section.title, tuple(_answer(item, answers.pop(item.id, None)) for item in section.items))
        for section in asked.sections
    )
    return AssessmentView(
        _line(row, asked.title),
        row.version,
        sections,
        tuple((item, _shown(answer.value)) for item, answer in answers.items()),
        row.sent_by.display_name if row.sent_by else "",
        row.signed_off_by.display_name if row.signed_off_by else "",
        row.signed_off_at,
        row.returned_because,
        node_snapshot().questionnaires.get(asked.id, asked) != asked,
    )


def compared(earlier: AssessmentView, later: AssessmentView) -> tuple[Difference, ...]:
    """The questions, by their id, that the two answer differently."""
    before = {answer.item.id: answer for answer in earlier.answers}
    found = []
    for answer in later.answers:
        old = before.pop(answer.item.id, None)
        if (old.given if old else "") != answer.given:
            found.append(Difference(answer.item.text, old.shown if old else "", answer.shown))
    return (*found, *(Difference(gone.item.text, gone.shown, "") for gone in before.values() if gone.given))


def _line(row: Assessment, title: str = "") -> AssessmentLine:
    return AssessmentLine(
        row.pk,
        row.country,
        CountryCode(row.country).english_name,
        title or row.questionnaire,
        row.edition,
        row.as_of,
        row.state,
        row.changed_at,
    )


def _shown(value: Value) -> str:
    return said(in_words(value)) if value is None else in_words(value)


def _answer(item: Item, row: Answer | None) -> AnswerView:
    if row is None:
        return AnswerView(item, "", None, True, False, "", "", "", 0, "")
    return AnswerView(
        item,
        in_words(row.value),
        row.value,
        row.value is not None,
        row.wording != wording(item),
        row.evidence,
        row.source,
        row.note,
        row.version,
        row.answered_by.display_name,
    )
