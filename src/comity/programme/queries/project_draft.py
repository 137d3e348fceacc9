"""A project as its form shows it. Changes nothing."""

from __future__ import annotations

from comity.casework.rules.refusal import NotFound
from comity.programme.models import Project
from comity.programme.rules.project_draft import ProjectDraft


def project_draft(code: str) -> tuple[ProjectDraft, int]:
    """What is kept of it, and its version. Raises NotFound."""
    row = Project.objects.filter(code=code).first()
    if row is None:
        raise NotFound("project")
    return draft_of(row), row.version


def draft_of(row: Project) -> ProjectDraft:
    return ProjectDraft(
        name=row.name,
        starts=row.starts,
        ends=row.ends,
        theme=row.theme,
        objective=row.objective,
        budget=row.budget,
        currency=row.currency,
        budget_is_approximate=row.budget_is_approximate,
        countries=tuple(sorted(row.countries)),
        funders=tuple(row.funders),
        implementers=tuple(row.implementers),
        partners=tuple(row.partners),
    )
