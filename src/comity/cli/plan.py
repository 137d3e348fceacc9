"""`comity plan`: who can get what from whom, on what basis, and why not. Reads the packs; needs no database."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.tree import Tree

from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.supposition import read_supposition
from comity.cli import question as read
from comity.cli.ending import unreadable
from comity.kernel import clock
from comity.routes.queries.evidence import ReasonView
from comity.routes.queries.plan import PlanView, RouteView, plan_view, what_if
from comity.routes.queries.summary import in_a_sentence
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.question import Question

STYLE = {"open": "green", "conditions": "cyan", "degraded": "yellow", "unknown": "magenta", "closed": "red"}
SIGN = {"yes": "✓", "no": "✗", "unknown": "?"}


def plan(
    requester: Annotated[str, typer.Argument(help="Country that asks, for example GE.")],
    requested: Annotated[str, typer.Argument(help="Country that is asked, for example UA.")],
    measure: Annotated[str, typer.Option(help=f"One of: {', '.join(Measure)}.")],
    data: Annotated[str | None, typer.Option(help=f"One of: {', '.join(DataType)}.")] = None,
    at: Annotated[str | None, typer.Option(help="The day whose law applies, YYYY-MM-DD; today if not given.")] = None,
    urgent: Annotated[bool, typer.Option("--urgent", help="Urgent in the sense of Articles 25(3) and 27(9).")] = False,
    stage: Annotated[str, typer.Option(help=f"One of: {', '.join(Stage)}.")] = Stage.PRE_TRIAL,
    order: Annotated[str, typer.Option(help=f"Order routes by: {', '.join(Criterion)}.")] = Criterion.TIME,
    suppose: Annotated[
        list[str] | None, typer.Option("--what-if", help="Suppose a reform: UA:16=full or BY:ets185=party.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show the reasoning of each route, with its sources.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole plan as JSON.")] = False,
) -> None:
    """Plan how one country gets something from another."""
    snapshot = read.snapshot()
    question = Question(
        read.country(requester),
        read.country(requested),
        read.choice(Measure, measure),
        read.day(at),
        read.choice(DataType, data) if data else None,
        urgent,
        read.choice(Stage, stage),
    )
    criterion = read.choice(Criterion, order)
    try:
        supposed = tuple(read_supposition(text, snapshot, question.day) for text in suppose or ())
        view = (
            what_if(snapshot, question, supposed, criterion) if supposed else plan_view(snapshot, question, criterion)
        )
    except ValueError as error:
        unreadable(str(error))
    if as_json:
        typer.echo(json.dumps(view.as_json(), indent=1, ensure_ascii=False))
    else:
        _show(view, why=why)


def _show(view: PlanView, *, why: bool) -> None:
    console = Console(highlight=False)
    console.print(f"[bold]{view.requester_name} → {view.requested_name}: {view.measure_label}[/], {view.day:%-d %B %Y}")
    console.print(in_a_sentence(view, clock.today()))
    if view.supposing:
        console.print(f"Supposing {', '.join(view.supposing)}:")
    for change in view.changed:
        console.print(f"  {change.title}: {change.before or 'none'} → {change.after or 'none'}")
    for route in view.routes:
        _show_route(console, route, why=why)
    console.print(f"[dim]Facts: packs {view.digest[:12]}[/]")


def _show_route(console: Console, route: RouteView, *, why: bool) -> None:
    style = STYLE[route.status]
    console.print(f"\n[{style} bold]{route.status_label.upper()}[/]  [bold]{route.title}[/]  [dim]{route.key}[/]")
    for step in route.steps:
        signs = f" [dim](signs: {step.signs})[/]" if step.signs else ""
        console.print(f"   {step.country or '··'}  {step.actor}: {step.does}{signs}")
    lines = [
        *(f"[yellow]detour[/] {text}" for text in route.detours),
        *(f"[cyan]condition[/] {text}" for text in route.conditions),
        *(f"[dim]mind[/] {text}" for text in route.requirements),
        *(f"[magenta]missing[/] {item.fact}. Ask {item.ask}." for item in route.missing),
        *(f"[red]closed because[/] {text}" for text in route.blockers),
        *(f"[dim]clock[/] {c.bound} {c.days} days from {c.start} (Art. {c.article})" for c in route.clocks),
    ]
    for line in lines:
        console.print(f"   {line}")
    if route.assumed:
        console.print(f"   [dim]rests on {route.assumed} assumed fact(s): verify before use[/]")
    if why:
        tree = Tree("why")
        _grow(tree, route.reason)
        console.print(tree)


def _grow(tree: Tree, reason: ReasonView) -> None:
    branch = tree.add(f"{SIGN[reason.answer]} {reason.says}")
    for fact in reason.facts:
        place = f", {fact.pinpoint}" if fact.pinpoint else ""
        branch.add(f"[dim]{fact.source}{place} ({fact.confidence} confidence, {fact.age})[/]")
    for child in reason.because:
        _grow(branch, child)
