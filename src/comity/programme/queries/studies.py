"""Papers of projects: one project's, those on the resource tool, and a version's file. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db.models import Prefetch, QuerySet

from comity.casework.rules.refusal import NotFound
from comity.kernel.country_words import country_words
from comity.programme.models import Study, StudyVersion
from comity.programme.queries.paged import Paged
from comity.programme.queries.study_fields import study_words
from comity.programme.rules.study import NEXT, StudyKind, StudyState, StudyWords, overdue


@dataclass(frozen=True, slots=True)
class VersionLine:
    number: int
    name: str
    size: int
    digest: str
    remark: str
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class StudyView:
    """`next` are the states that may follow. Versions, the newest first."""

    number: int
    project: str
    project_name: str
    kind: StudyKind
    title: str
    countries: tuple[str, ...]
    due: date | None
    overdue: bool
    state: StudyState
    result: str
    version: int
    published_at: datetime | None
    versions: tuple[VersionLine, ...]
    words: StudyWords

    @property
    def next(self) -> tuple[StudyState, ...]:
        return NEXT[self.state]

    @property
    def newest(self) -> VersionLine | None:
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class StudyFile:
    name: str
    media_type: str
    content: bytes


def studies_of(project: str, today: date, *, published_only: bool = False) -> tuple[StudyView, ...]:
    """Two queries; the files stay where they are."""
    rows = Study.objects.filter(project__code=project)
    return _views(rows.filter(state=StudyState.PUBLISHED.value) if published_only else rows, today)


def published_studies(today: date) -> Paged[StudyView]:
    """What stands on the resource tool, the newest first, read as it is shown."""
    rows = Study.objects.filter(state=StudyState.PUBLISHED.value).order_by("-published_at", "-id")
    return Paged(rows, partial(_views, today=today))


def study_view(project: str, number: int, today: date) -> StudyView:
    """Raises NotFound."""
    found = _views(Study.objects.filter(project__code=project, pk=number), today)
    if not found:
        raise NotFound("paper")
    return found[0]


def study_file(study: int, number: int, *, inside: bool) -> StudyFile:
    """A version's file; for whoever is not of the office only the newest of a published paper. Raises NotFound."""
    rows = StudyVersion.objects.filter(study_id=study)
    if not inside:
        rows = rows.filter(study__state=StudyState.PUBLISHED.value)
        newest = rows.order_by("-number").values_list("number", flat=True).first()
        if newest != number:
            raise NotFound("paper")
    found = rows.filter(number=number).first()
    if found is None:
        raise NotFound("paper")
    return StudyFile(found.name, found.media_type, bytes(found.content))


def _views(rows: QuerySet[Study], today: date) -> tuple[StudyView, ...]:
    versions = Prefetch(
        "versions", StudyVersion.objects.defer("content").select_related("added_by").order_by("-number")
    )
    return tuple(_view(row, today) for row in rows.select_related("project", "result").prefetch_related(versions))


def _view(row: Study, today: date) -> StudyView:
    state = StudyState(row.state)
    return StudyView(
        number=row.pk,
        project=row.project.code,
        project_name=row.project.name,
        kind=StudyKind(row.kind),
        title=row.title,
        countries=tuple(country_words(code) for code in row.countries),
        due=row.due,
        overdue=overdue(state, row.due, today),
        state=state,
        result=row.result.number if row.result else "",
        version=row.version,
        published_at=row.published_at,
        versions=tuple(
            VersionLine(
                each.number, each.name, each.size, each.digest, each.remark, each.added_at, each.added_by.display_name
            )
            for each in row.versions.all()
        ),
        words=study_words(row),
    )
