"""The report of a period: its sections in order. A section that has nothing to say says so, or is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comity.programme.queries.activity_line import ActivityLine
from comity.programme.queries.report.material import IndicatorLine, Material, ProjectMaterial
from comity.programme.rules.pictures.activities import states_picture
from comity.programme.rules.reporting import Reported
from comity.stateofplay.rules.pictures.picture import Table, listed
from comity.stateofplay.rules.report import Block, Bullets, Figure, Grid, Paragraph, Report, Section

Part = Callable[[Material, ProjectMaterial], Iterator[Block]]


def report_of(material: Material) -> Report:
    """A summary, a section a project, and the sources."""
    names = listed(one.head.name for one in material.projects) or "No project"
    sections = (_summary(material), *(_section(material, one) for one in material.projects), _sources(material))
    return Report(
        "Programme report",
        f"{names}: {material.period}",
        material.today,
        tuple(section for section in sections if section is not None),
    )


def _summary(material: Material) -> Section:
    if not material.projects:
        return Section("In short", (Paragraph(f"No project of this node ran from {material.period}."),))
    sentences = tuple(_sentence(one) for one in material.projects)
    everything = tuple(dict.fromkeys(line for one in material.projects for line in one.activities))
    picture = states_picture(everything, str(material.period))
    return Section("In short", (Bullets(sentences), *([] if picture.empty else [Figure(picture)])))


def _sentence(one: ProjectMaterial) -> str:
    open_ended = sum(line.unaccounted for line in one.activities)
    told = f"; of {open_ended} nothing says yet what became of them" if open_ended else ""
    many = len(one.activities)
    return f"{one.head.name}: {many:,} {'activity' if many == 1 else 'activities'} in the period{told}."


def _section(material: Material, one: ProjectMaterial) -> Section:
    heading = f"{one.head.name}{': ' * bool(one.head.theme)}{one.head.theme}"
    return Section(heading, tuple(block for part in PARTS for block in part(material, one)), page=True)


def _facts(_material: Material, one: ProjectMaterial) -> Iterator[Block]:
    head, words = one.head, one.words
    stated = "not known" if head.budget is None else f"{head.currency} {head.budget:,.2f}"
    said_budget, said_duration = words.holding("budget"), words.holding("duration")
    budget = said_budget.says if said_budget else stated
    duration = said_duration.says if said_duration else str(Reported(head.starts, head.ends))
    rows = (
        ("Objective", (head.objective or "not known",)),
        ("Budget", (budget,)),
        ("Duration", (duration,)),
        ("Countries", (listed(name for _, name in head.countries) or "none named",)),
        ("Funded by", (listed(head.funders) or "not known",)),
        ("Implemented by", (listed(head.implementers) or "not known",)),
    )
    yield Grid(Table("The project", ("", "What it is"), rows))


def _results(_material: Material, one: ProjectMaterial) -> Iterator[Block]:
    rows = tuple((f"Expected result {number}", (says,)) for number, says in one.results)
    if rows:
        yield Grid(Table("Expected results", ("Result", "What is to be achieved"), rows))
    if one.indicators:
        yield Grid(
            Table(
                "Indicators",
                ("Indicator", "What is counted", "Baseline", "Target", "Actual", "Evidence"),
                tuple((f"{line.result}/{line.number}", _figures(line)) for line in one.indicators),
            ),
        )


def _figures(line: IndicatorLine) -> tuple[str, ...]:
    counted_in = f" ({line.unit})" if line.unit else ""
    return f"{line.says}{counted_in}", line.baseline, line.target, line.actual, line.evidence or "none"


def _achievements(_material: Material, one: ProjectMaterial) -> Iterator[Block]:
    if one.words.achievements:
        yield Paragraph("Achievements, in the words of the project's own overview:")
        yield Bullets(tuple(said.says for _, said in one.words.achievements))


def _activities(_material: Material, one: ProjectMaterial) -> Iterator[Block]:
    rows = tuple(
        (
            line.title,
            (
                line.when,
                line.where or "not known",
                _state(line),
            ),
        )
        for line in one.activities
    )
    if not rows:
        yield Paragraph("No activity of this project falls into the period.")
        return
    yield Grid(Table("Activities in the period", ("Activity", "When", "Where", "State"), rows))


def _state(line: ActivityLine) -> str:
    remarks = ((line.unconfirmed, "unconfirmed"), (line.unaccounted, "outcome not known"))
    return ", ".join([line.state.label, *(word for holds, word in remarks if holds)])


def _money(_material: Material, one: ProjectMaterial) -> Iterator[Block]:
    """Sums that hold an amount without a rate are not known, and say so."""
    if one.money is None or not one.money.lines:
        return
    told = (
        ("Budgeted", one.money.budgeted),
        ("Committed", one.money.committed),
        ("Paid", one.money.paid),
        ("Left", one.money.left),
        ("Expected to have been paid at the end", one.money.forecast),
    )
    rows = tuple(
        (name, ("not known" if amount is None else f"{one.money.currency} {amount:,.2f}",)) for name, amount in told
    )
    yield Grid(Table("Money at the end of the period", ("", "Amount"), rows))


PARTS: tuple[Part, ...] = (_facts, _achievements, _results, _activities, _money)
"""What is told of each project, in this order."""


def _sources(material: Material) -> Section | None:
    facts = [
        said.fact
        for one in material.projects
        for said in (
            *(one.words.holding(name) for name in ("budget", "duration", "objective")),
            *(achieved for _, achieved in one.words.achievements),
        )
        if said is not None
    ]
    places: dict[str, list[str]] = {}
    for fact in facts:
        if fact.pinpoint not in places.setdefault(fact.source, []):
            places[fact.source].append(fact.pinpoint)
    lines = tuple(f"{source}: {', '.join(found)}" for source, found in places.items())
    return Section("Sources", (Bullets(lines),)) if lines else None
