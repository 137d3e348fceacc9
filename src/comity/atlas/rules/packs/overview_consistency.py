"""Checks of an overview against the packs of its projects: whom an activity serves is there, its days are in order."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.rules.packs.overview import Overview, OverviewPack
from comity.atlas.rules.packs.project import Project, ProjectPack
from comity.packkit.kind import Contents, Fault


def overview_faults(contents: Contents) -> Iterator[Fault]:
    """Activities of unknown projects or results, days in the wrong order, and ids that stand twice."""
    projects = {pack.project.id: pack.project for pack in contents.values() if isinstance(pack, ProjectPack)}
    for name, pack in sorted(contents.items()):
        if isinstance(pack, OverviewPack):
            yield from _faults(name, pack.overview, projects)


def _faults(name: str, overview: Overview, projects: dict[str, Project]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, activity in enumerate(overview.activities):
        path = ("overview", "activities", place)
        if activity.id in seen:
            yield Fault(name, (*path, "id"), f"“{activity.id}” stands here a second time.")
        seen.add(activity.id)
        if activity.ends < activity.starts:
            yield Fault(name, (*path, "ends"), "The activity ends before it begins.")
        for unknown in sorted(set(activity.projects) - set(projects)):
            yield Fault(name, (*path, "projects"), f"No pack describes a project “{unknown}”.")
        leading = projects.get(activity.projects[0])
        if leading and activity.result and activity.result not in {result.number for result in leading.results}:
            yield Fault(name, (*path, "result"), f"{leading.name} has no expected result {activity.result}.")
