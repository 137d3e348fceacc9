"""What a project's documents state, each statement with its source, and where the node says otherwise by now.

Changes nothing; knows the packs, and what it is given of the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.project import Project as Stated
from comity.atlas.rules.packs.project import Statement
from comity.atlas.rules.snapshot import Snapshot
from comity.programme.queries.projects import ProjectHead


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the project's own documents, with their source."""

    says: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What the project's pack states. Nothing for a project that began on this node. `changed` names what was changed
    here since: of `budget`, `duration`, `area` and `objective`. `bodies` has the source of each funder, implementer
    and partner by name, `results` that of each expected result by number and words."""

    title: Said | None = None
    budget: Said | None = None
    duration: Said | None = None
    area: Said | None = None
    implementation: Said | None = None
    objective: Said | None = None
    results: tuple[tuple[int, Said], ...] = ()
    achievements: tuple[tuple[int | None, Said], ...] = ()
    bodies: tuple[tuple[str, Mapping[str, FactView]], ...] = ()
    months: int | None = None
    changed: frozenset[str] = frozenset()

    def holding(self, name: str) -> Said | None:
        """The statement of this name, as long as it still holds here."""
        said: Said | None = getattr(self, name)
        return None if name in self.changed else said

    def sourced(self, of: str, names: Iterable[str]) -> tuple[tuple[str, FactView | None], ...]:
        """These funders, implementers or partners, each with its source where the documents name it."""
        stated = dict(self.bodies).get(of, {})
        return tuple((name, stated.get(name)) for name in names)


def project_words(head: ProjectHead, today: date) -> ProjectWords:
    """From the pack of this name, where the node has one."""
    return words_in(node_snapshot(), head, today)


def words_in(snapshot: Snapshot, head: ProjectHead, today: date) -> ProjectWords:
    """The same, of a snapshot that is there already."""
    stated = snapshot.projects.get(head.code)
    if stated is None:
        return ProjectWords()

    def said(statement: Statement) -> Said:
        return Said(statement.says, fact_view(statement, snapshot.sources, today))

    bodies = {"funders": stated.funders, "implementers": stated.implementers, "partners": stated.partners}
    return ProjectWords(
        title=said(stated.title),
        budget=said(stated.budget),
        duration=said(stated.duration),
        area=said(stated.area),
        implementation=said(stated.implementation),
        objective=said(stated.objective),
        results=tuple((each.number, said(each)) for each in stated.results),
        achievements=tuple((each.result, said(each)) for each in stated.achievements),
        bodies=tuple((of, {each.says: said(each).fact for each in those}) for of, those in bodies.items()),
        months=stated.duration.months,
        changed=frozenset(_changed(head, stated)),
    )


def _changed(head: ProjectHead, stated: Stated) -> Iterable[str]:
    kept_and_stated = {
        "budget": (
            (head.budget, head.currency, head.approximate),
            (stated.budget.amount, stated.budget.currency, stated.budget.approximate),
        ),
        "duration": ((head.starts, head.ends), (stated.duration.starts, stated.duration.ends)),
        "area": ({code for code, _ in head.countries}, set(stated.area.countries)),
        "objective": (head.objective, stated.objective.says),
    }
    return (name for name, (kept, said) in kept_and_stated.items() if kept != said)
