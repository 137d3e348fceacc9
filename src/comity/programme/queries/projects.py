"""Projects: the list of them, and the head of one. Changes nothing; knows no money beyond what a project states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from comity.casework.rules.refusal import NotFound
from comity.kernel.country_words import country_words
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


def last_year(today: date) -> int | None:
    """In which the last project ends, or this one if it still runs; None where there is no project."""
    last: date | None = Project.objects.aggregate(last=Max("ends"))["last"]
    return min(last.year, today.year) if last else None


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
        countries=tuple((code, country_words(code)) for code in row.countries),
        funders=tuple(row.funders),
        implementers=tuple(row.implementers),
        partners=tuple(row.partners),
        version=row.version,
        activities=activities,
        results=results,
    )
