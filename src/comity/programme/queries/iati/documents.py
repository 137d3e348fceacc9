"""The documents of a project and of its activities that everybody may read, as IATI links to them; two queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import F, Max

from comity.programme.models import ActivityDocument, Project, StudyVersion
from comity.programme.rules.iati.activity import Link
from comity.programme.rules.study import StudyState

_OUTCOMES, _PAGE = "A08", "A12"
"""Codelist DocumentCategory: results, outcomes and outputs; the web page of an activity."""


def documents_of(project: Project, site: str) -> Mapping[str, tuple[Link, ...]]:
    """By the code of the activity; under the empty code those of the project: its page, its report, its papers.

    `site` is the address under which this node is read; without one there is nothing to link to.
    """
    if not site:
        return {}
    root = f"{site.rstrip('/')}/programme"
    page = f"{root}/{project.code}/"
    report = f"{root}/report.pdf?period={project.starts}..{project.ends}&project={project.code}"
    found: dict[str, list[Link]] = defaultdict(list)
    found[""] = [
        Link(page, "text/html", project.name, _PAGE),
        Link(report, "application/pdf", f"{project.name}: report", _OUTCOMES),
        *_papers(project, root),
    ]
    rows = ActivityDocument.objects.filter(activity__project=project, public=True)
    for code, number, title, media in rows.values_list("activity__code", "pk", "title", "media"):
        found[code].append(Link(f"{page}activities/{code}/documents/{number}/", media, title, _OUTCOMES))
    return {code: tuple(links) for code, links in found.items()}


def _papers(project: Project, root: str) -> list[Link]:
    """The newest version of each published paper."""
    newest = (
        StudyVersion.objects.filter(study__project=project, study__state=StudyState.PUBLISHED.value)
        .annotate(newest=Max("study__versions__number"))
        .filter(number=F("newest"))
    )
    rows = newest.values_list("study_id", "number", "media_type", "study__title")
    return [Link(f"{root}/papers/{study}/{number}/", media, title, _OUTCOMES) for study, number, media, title in rows]
