"""Slides that show what projects state of themselves: cover, rationale, summary, objectives, achievements, closing."""

from __future__ import annotations

from comity.atlas.rules.packs.overview import Overview, SlideWords
from comity.atlas.rules.packs.project import Project
from comity.atlas.rules.snapshot import Snapshot
from comity.programme.queries.deck.cited import cited
from comity.programme.rules.deck import Bars, Grid, Lines, Pillars, Slide


def projects_of(snapshot: Snapshot, overview: Overview) -> tuple[Project, ...]:
    """Those that the overview's slides are about, in the order of their slides."""
    named = [words.about for words in overview.slides if words.about]
    return tuple(snapshot.projects[name] for name in dict.fromkeys(named) if name in snapshot.projects)


def cover(snapshot: Snapshot, _overview: Overview, words: SlideWords) -> Slide:
    """The first and the last slide. Institutions only: no person's name or address."""
    return Slide(words.number, words.title, lead=words.says, notes=cited(snapshot, (words,)))


def rationale(snapshot: Snapshot, overview: Overview, words: SlideWords) -> Slide:
    """What the projects stand on and serve. The slide's own picture is not in the packs: this one is ours."""
    projects = projects_of(snapshot, overview)
    ground = next((group for group in overview.proposals if "procedural legislation" in group.says), None)
    heading, _, text = (ground.says if ground else "").partition(":")
    sentence = text.strip().capitalize()
    aims = [project.objective for project in projects]
    drawn = Pillars(
        ("Cooperation on cybercrime and electronic evidence", ", ".join(_countries(projects))),
        tuple((f"{project.name}: {project.theme}", project.objective.says) for project in projects),
        (heading, sentence),
    )
    remark = "The picture is drawn anew from what the other slides say; the original's has no words in our copy."
    notes = cited(snapshot, (words, *aims, *([ground] if ground else [])))
    return Slide(words.number, words.title, drawn, notes=(remark, *notes))


def summary(snapshot: Snapshot, overview: Overview, words: SlideWords) -> Slide:
    """Both projects in a table, their budgets in a chart."""
    projects = projects_of(snapshot, overview)
    rows = [
        (f"Summary {project.name}", f"{project.title.says}\n{project.budget.says}\n{project.duration.says}")
        for project in projects
    ]
    first = projects[0]
    rows += [("Project area:", first.area.says), ("Implementation:", first.implementation.says)]
    chart = Bars(
        title=_budgets(projects),
        words="; ".join(f"{project.name}: {project.budget.says}" for project in projects),
        names=tuple(project.name for project in projects),
        values=tuple(float(project.budget.amount) for project in projects),
        unit=first.budget.currency,
    )
    facts = [fact for one in projects for fact in (one.title, one.budget, one.duration, one.area, one.implementation)]
    grid = Grid("Summary", (), tuple(rows), (2, 5))
    return Slide(words.number, words.title, grid, chart, notes=cited(snapshot, facts))


def objectives(snapshot: Snapshot, _overview: Overview, words: SlideWords) -> Slide:
    project = snapshot.projects[words.about]
    rows = (
        ("Objective", project.objective.says),
        *((f"Expected result {result.number}", result.says) for result in project.results),
    )
    grid = Grid("Objective and expected results", (), rows, (1, 3), size=18)
    return Slide(words.number, words.title, grid, notes=cited(snapshot, (project.objective, *project.results)))


def achievements(snapshot: Snapshot, _overview: Overview, words: SlideWords) -> Slide:
    said = snapshot.projects[words.about].achievements
    return Slide(words.number, words.title, Lines(tuple(one.says for one in said)), notes=cited(snapshot, said))


def institutions(snapshot: Snapshot, overview: Overview) -> tuple[str, ...]:
    """Who funds and who implements the projects, in a line each."""
    projects = projects_of(snapshot, overview)
    funders = dict.fromkeys(body.says for project in projects for body in project.funders)
    implementers = dict.fromkeys(body.says for project in projects for body in project.implementers)
    return (
        f"Funded by the {' and the '.join(funders)}",
        f"Implemented by the {' and the '.join(implementers)}",
        projects[0].implementation.says,
    )


def _budgets(projects: tuple[Project, ...]) -> str:
    whole = sum(project.budget.amount for project in projects)
    about = "about " if any(project.budget.approximate for project in projects) else ""
    currency = projects[0].budget.currency
    return f"Together the projects have {about}{currency} {whole:,.0f}"


def _countries(projects: tuple[Project, ...]) -> list[str]:
    return list(dict.fromkeys(name.strip() for project in projects for name in project.area.says.split(",")))
