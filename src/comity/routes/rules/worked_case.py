"""Worked cases: a question, what a lawyer expects of the plan, and the article to read. They stand beside the packs.

A lawyer reviews them in `cases.yaml` without reading Python; the tests run every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import Field

from comity.atlas.rules.fact import Country, Frozen
from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import read_supposition, supposing
from comity.kernel.country import CountryCode
from comity.packkit.find import CASES
from comity.packkit.reading import read_file
from comity.routes.rules.plan import Plan, plan
from comity.routes.rules.question import Question
from comity.routes.rules.reason import Reason
from comity.routes.rules.route import Route, Status


class ExpectedRoute(Frozen):
    """A route that must be in the plan. `basis` is written "ets185:29". Each text of `because`, `conditions`,
    `detours` and `missing` must stand somewhere in the route's sentences of that sort; `authority` is an identifier."""

    channel: Channel
    basis: str = ""
    status: Status
    because: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    detours: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    authority: str | None = None


class WorkedCase(Frozen):
    """One case. `what_if` are reforms as `read_supposition` reads them, supposed from the day asked about."""

    id: str
    says: str
    article: str
    requester: Country
    requested: Country
    measure: Measure
    data: DataType | None = None
    at: date
    urgent: bool = False
    stage: Stage = Stage.PRE_TRIAL
    what_if: tuple[str, ...] = ()
    best: Status
    routes: tuple[ExpectedRoute, ...] = ()
    absent: tuple[Channel, ...] = ()


class CasesFile(Frozen):
    cases: tuple[WorkedCase, ...] = Field(min_length=1)


def worked_cases(root: Path) -> Iterator[WorkedCase]:
    """Every case of every `cases.yaml` below `root` but those of the clocks, which ask another question.

    Raises PackProblems or ValidationError where one is malformed.
    """
    for file in sorted(root.rglob(CASES)):
        if file.parent.name == "clocks":
            continue
        yield from CasesFile.model_validate(read_file(file).content).cases


def deviations(case: WorkedCase, snapshot: Snapshot) -> list[str]:
    """Sentences on everything in which the plan differs from what the case expects; empty where it holds."""
    snapshot = supposing(snapshot, [read_supposition(text, snapshot, case.at) for text in case.what_if])
    question = Question(
        CountryCode(case.requester),
        CountryCode(case.requested),
        case.measure,
        case.at,
        case.data,
        case.urgent,
        case.stage,
    )
    found = plan(snapshot.on(case.at), question)
    wrong = [] if found.status is case.best else [f"The best route is {found.status}, expected {case.best}."]
    wrong += [f"A route by {channel} is in the plan." for channel in case.absent if _by(found, channel)]
    for expected in case.routes:
        wrong += _route_deviations(expected, found)
    return wrong


def _by(found: Plan, channel: Channel) -> list[Route]:
    return [route for route in found.routes if route.channel is channel]


def _route_deviations(expected: ExpectedRoute, found: Plan) -> list[str]:
    name = f"{expected.channel} {expected.basis}".strip()
    routes = [route for route in _by(found, expected.channel) if expected.basis in {"", ":".join(route.basis)}]
    if not routes:
        return [f"{name}: no such route; there are {', '.join(route.key for route in found.routes)}."]
    route = routes[0]
    wrong = [] if route.status is expected.status else [f"{name}: is {route.status}, expected {expected.status}."]
    if expected.authority is not None and route.authority != expected.authority:
        wrong.append(f"{name}: goes to {route.authority}, expected {expected.authority}.")
    texts = {
        "because": " ".join(_sentences(route.reason)),
        "conditions": " ".join(route.conditions),
        "detours": " ".join(route.detours),
        "missing": " ".join(f"{item.fact} {item.ask}" for item in route.missing),
    }
    for sort, text in texts.items():
        wrong += [
            f"{name}: “{part}” is not in its {sort}: {text}" for part in getattr(expected, sort) if part not in text
        ]
    return wrong


def _sentences(reason: Reason) -> Iterator[str]:
    yield reason.says
    for fact in reason.facts:
        yield fact.note
    for child in reason.because:
        yield from _sentences(child)
