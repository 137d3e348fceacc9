"""One activity with everything: what is said of it and by whom, what it keeps, what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from comity.atlas.queries.fact import fact_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.refusal import NotFound
from comity.kernel.country import CountryCode
from comity.programme.models import Activity, ActivityDocument
from comity.programme.queries.activity_conflicts import conflicts_of
from comity.programme.queries.activity_fields import words_of
from comity.programme.queries.activity_line import ActivityLine, activity_line
from comity.programme.queries.project_words import Said
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.conflict import Conflict


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A file that the activity keeps."""

    number: int
    title: str
    file: str
    size: int
    digest: str
    public: bool
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """The file itself."""

    file: str
    media: str
    content: bytes
    public: bool


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """`stated` is the pack's own line, with its source; None for an activity that began here."""

    line: ActivityLine
    words: ActivityWords
    version: int
    result: tuple[str, str] | None
    shared_with: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    stated: Said | None
    documents: tuple[DocumentLine, ...]
    conflicts: tuple[Conflict, ...]
    changed_at: datetime


def activity_page(project: str, code: str, today: date, *, inside: bool) -> ActivityPage:
    """`inside` shows the documents that are the office's own, too. Raises NotFound."""
    row = Activity.objects.select_related("project", "result").filter(project__code=project, code=code).first()
    if row is None:
        raise NotFound("activity")
    line = activity_line(row, today)
    documents = row.documents.defer("content")
    return ActivityPage(
        line=line,
        words=words_of(row),
        version=row.version,
        result=(row.result.number, row.result.says) if row.result else None,
        shared_with=tuple(row.shared_with.values_list("code", "name")),
        countries=tuple((each, CountryCode(each).english_name) for each in row.countries),
        stated=_stated(row, today),
        documents=_documents(documents if inside else documents.filter(public=True)),
        conflicts=conflicts_of([line]).get((project, code), ()),
        changed_at=row.changed_at,
    )


def document_file(project: str, code: str, number: int) -> DocumentFile:
    """Raises NotFound."""
    row = ActivityDocument.objects.filter(pk=number, activity__project__code=project, activity__code=code).first()
    if row is None:
        raise NotFound("document")
    return DocumentFile(row.file, row.media, bytes(row.content), row.public)


def _documents(rows: Iterable[ActivityDocument]) -> tuple[DocumentLine, ...]:
    return tuple(
        DocumentLine(row.pk, row.title, row.file, row.size, row.digest, row.public, row.kept_at) for row in rows
    )


def _stated(row: Activity, today: date) -> Said | None:
    """The line of the presentation that the activity began with."""
    if not row.says:
        return None
    snapshot = node_snapshot()
    for overview in snapshot.overviews.values():
        for stated in overview.activities:
            if stated.id == row.code and stated.projects[0] == row.project.code:
                return Said(stated.says, fact_view(stated, snapshot.sources, today))
    return None
