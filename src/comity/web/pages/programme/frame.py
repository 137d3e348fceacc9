"""What every page of a project shares: its head, and the tabs to its other pages. Reads no form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from comity.kernel import clock
from comity.kernel.sayable import said
from comity.kernel.words import noted
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.programme.access import READS_ALL
from comity.programme.queries.projects import ProjectHead, project_head


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of a project: the name of its address, its word, and whether only the office's own people see it."""

    route: str
    label: str
    inside: bool = False


TABS = (
    Tab("project", noted("Project")),
    Tab("results", noted("Results")),
    Tab("project-activities", noted("Activities")),
    Tab("budget", noted("Budget"), inside=True),
    Tab("project-teams", noted("Teams"), inside=True),
    Tab("project-decisions", noted("Decisions")),
    Tab("project-papers", noted("Papers")),
    Tab("project-import", noted("Import"), inside=True),
)


def project_frame(request: HttpRequest, code: str, here: str) -> dict[str, Any]:
    """The project, the tabs that this visitor may open with `here` marked, and what the visitor may do.

    Raises NotFound.
    """
    roles = _roles(request)
    inside = bool(roles.intersection(READS_ALL))
    head: ProjectHead = project_head(code, clock.today())
    return {
        "project": head,
        "tabs": [
            {"label": said(tab.label), "address": reverse(tab.route, args=[code]), "current": tab.route == here}
            for tab in TABS
            if inside or not tab.inside
        ],
        "may_change": Role.PROGRAMME_OFFICER in roles,
        "inside": inside,
    }


def sees_inside(request: HttpRequest) -> bool:
    """Whether this visitor may see the office's own: money, people, papers that are not published."""
    return bool(_roles(request).intersection(READS_ALL))


def _roles(request: HttpRequest) -> frozenset[Role]:
    return roles_of(person(request.user)) if request.user.is_authenticated else frozenset()
