"""Projects: the list of them, and the head of one. Changes nothing; knows no money beyond what a project states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.project import Statement
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules.refusal import NotFound
from comity.kernel.country import CountryCode
from comity.programme.models import Activity, Project, Result
from comity.programme.queries.paged import Paged
from comity.programme.rules.project import ProjectState, state_of


@dataclass(frozen=True, slots=True)
class ProjectHead:
    """`ends` is the last day."""

    code: str
    name: str
    theme: str
    objective: str
    starts: date
    ends: date
    state: ProjectState
    budget: Decimal | None
    currency: str
    approximate: bool
    countries: tuple[tuple[str, str], ...]
    funders: tuple[str, ...]
    implementers: tuple[str, ...]
    partners: tuple[str, ...]
    version: int
    activities: int = 0
    results: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the project's own documents, with their source."""

    says: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What the project's pack states, each with its source. Nothing for a project that began on this node."""

    title: Said | None = None
    budget: Said | None = None
    duration: Said | None = None
    area: Said | None = None
    implementation: Said | None = None
    objective: Said | None = None
    results: tuple[tuple[int, Said], ...] = ()
    achievements: tuple[tuple[int | None, Said], ...] = ()
    months: int | None = None


def project_heads(today: date) -> tuple[ProjectHead, ...]:
    """All projects, the youngest first; one query."""
    return tuple(project_list(today))


def project_list(today: date) -> Paged[ProjectHead]:
    """The same, read as they are shown. Activities and results are counted for what is read alone."""
    counted = Project.objects.annotate(
        activity_count=_number(Activity.objects.filter(project=OuterRef("pk"))),
        result_count=_number(Result.objects.filter(project=OuterRef("pk"), parent=None)),
    )

    def read(rows: QuerySet[Project]) -> tuple[ProjectHead, ...]:
        return tuple(_head(row, today, getattr(row, "activity_count"), getattr(row, "result_count")) for row in rows)  # noqa: B009

    return Paged(counted, read)


def last_year() -> int | None:
    """In which the last project ends; None where there is none."""
    last: date | None = Project.objects.aggregate(last=Max("ends"))["last"]
    return last.year if last else None


def _number(rows: QuerySet[Activity] | QuerySet[Result]) -> Coalesce:
    """How many, counted for each row of another query by itself: a join would multiply them."""
    counted = rows.order_by().values("project").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def project_head(code: str, today: date) -> ProjectHead:
    """Raises NotFound."""
    row = Project.objects.filter(code=code).first()
    if row is None:
        raise NotFound("project")
    return _head(row, today)


def project_words(code: str, today: date) -> ProjectWords:
    """From the pack of this name, where the node has one."""
    return words_in(node_snapshot(), code, today)


def words_in(snapshot: Snapshot, code: str, today: date) -> ProjectWords:
    """The same, of a snapshot that is there already."""
    stated = snapshot.projects.get(code)
    if stated is None:
        return ProjectWords()

    def said(statement: Statement) -> Said:
        return Said(statement.says, fact_view(statement, snapshot.sources, today))

    return ProjectWords(
        title=said(stated.title),
        budget=said(stated.budget),
        duration=said(stated.duration),
        area=said(stated.area),
        implementation=said(stated.implementation),
        objective=said(stated.objective),
        results=tuple((each.number, said(each)) for each in stated.results),
        achievements=tuple((each.result, said(each)) for each in stated.achievements),
        months=stated.duration.months,
    )


def _head(row: Project, today: date, activities: int = 0, results: int = 0) -> ProjectHead:
    return ProjectHead(
        code=row.code,
        name=row.name,
        theme=row.theme,
        objective=row.objective,
        starts=row.starts,
        ends=row.ends,
        state=state_of(row.starts, row.ends, today),
        budget=row.budget,
        currency=row.currency,
        approximate=row.budget_is_approximate,
        countries=tuple((code, CountryCode(code).english_name) for code in row.countries),
        funders=tuple(row.funders),
        implementers=tuple(row.implementers),
        partners=tuple(row.partners),
        version=row.version,
        activities=activities,
        results=results,
    )
