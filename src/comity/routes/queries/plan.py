"""A plan as pages and the command line show it, and as other programs read it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from comity.atlas.queries.fact import Age, FactView
from comity.atlas.queries.reform import ReformView
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import Supposition, supposing
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.routes.queries.evidence import ReasonView, reason_view
from comity.routes.queries.reforms import needs_urgency, reforms
from comity.routes.rules.change import Change, changes
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.part import NOT_RECORDED
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question
from comity.routes.rules.reason import blockers
from comity.routes.rules.route import Route


@dataclass(frozen=True, slots=True)
class StepView:
    country: str
    country_name: str
    actor: str
    does: str
    signs: str
    authority: str
    known: bool

    @property
    def signs_unrecorded(self) -> bool:
        """Whether somebody must authorise here, and the packs do not say who."""
        return self.signs == NOT_RECORDED


@dataclass(frozen=True, slots=True)
class MissingView:
    fact: str
    ask: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class ClockView:
    article: str
    label: str
    bound: str
    days: int
    start: str


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route in words. `blockers` are what would have to change for it to open; `reforms` are the changes to law that
    would make it better and can be supposed; `needs_urgency` marks one that only urgent cases may take. `oldest` is the
    age of its oldest observation; `assumed` counts facts to be verified before use."""

    key: str
    channel: str
    channel_label: str
    instrument: str
    instrument_short: str
    article: str
    title: str
    status: str
    status_label: str
    steps: tuple[StepView, ...]
    conditions: tuple[str, ...]
    requirements: tuple[str, ...]
    detours: tuple[str, ...]
    missing: tuple[MissingView, ...]
    blockers: tuple[str, ...]
    reforms: tuple[ReformView, ...]
    needs_urgency: bool
    refusals: tuple[str, ...]
    risks: tuple[str, ...]
    clocks: tuple[ClockView, ...]
    use: str
    least_days: float
    most_days: float
    expected_assumed: bool
    authority: str
    assumed: int
    oldest: Age
    reason: ReasonView


@dataclass(frozen=True, slots=True)
class PlanView:
    """The answer to a question, with the law it was made from (`digest`) and the reforms it supposes."""

    requester: str
    requester_name: str
    requested: str
    requested_name: str
    measure: str
    measure_label: str
    data: str
    urgent: bool
    stage: str
    day: date
    status: str
    routes: tuple[RouteView, ...]
    digest: str
    supposing: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The plan in JSON's types, for `--json` and for keeping beside a request."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def plan_view(snapshot: Snapshot, question: Question, criterion: Criterion = Criterion.TIME) -> PlanView:
    """The plan for `question` from the facts of `snapshot`."""
    found = plan(snapshot.on(question.day), question, criterion)
    return PlanView(
        question.requester,
        question.requester.english_name,
        question.requested,
        question.requested.english_name,
        question.measure,
        question.measure.label,
        question.data or "",
        question.urgent,
        question.stage,
        question.day,
        found.status,
        tuple(_route(route, snapshot, question.day) for route in found.routes),
        snapshot.digest,
        snapshot.edits,
    )


def what_if(
    snapshot: Snapshot, question: Question, supposed: tuple[Supposition, ...], criterion: Criterion = Criterion.TIME
) -> PlanView:
    """The plan as it would be with what is `supposed`, and how it differs from the plan without."""
    law = supposing(snapshot, supposed)
    before = plan(snapshot.on(question.day), question, criterion)
    after = plan(law.on(question.day), question, criterion)
    return replace(plan_view(law, question, criterion), changed=changes(before, after))


def _route(route: Route, snapshot: Snapshot, day: date) -> RouteView:
    instrument, article = route.basis
    reason = reason_view(route.reason, snapshot.sources, day)
    return RouteView(
        key=route.key,
        channel=route.channel,
        channel_label=route.entry.label,
        instrument=instrument,
        instrument_short=snapshot.instruments[instrument].instrument.short if instrument else "",
        article=article,
        title=route.title,
        status=route.status,
        status_label=route.status.label,
        steps=tuple(
            StepView(step.country, CountryCode(step.country).english_name if step.country else "", *step[1:])
            for step in route.steps
        ),
        conditions=tuple(dict.fromkeys(route.conditions)),
        requirements=tuple(dict.fromkeys(route.requirements)),
        detours=tuple(dict.fromkeys(route.detours)),
        missing=tuple(MissingView(*item) for item in dict.fromkeys(route.missing)),
        blockers=tuple(dict.fromkeys(found.says for found in blockers(route.reason))),
        reforms=reforms(route.reason, snapshot),
        needs_urgency=needs_urgency(route.reason),
        refusals=tuple(_ground(ground.article, ground.says) for ground in route.grounds),
        risks=route.entry.risks,
        clocks=tuple(ClockView(c.article, c.label, c.bound, c.days, c.start) for c in route.clocks),
        use=route.entry.use,
        least_days=route.entry.expected.least_days,
        most_days=route.entry.expected.most_days,
        expected_assumed=route.entry.expected.confidence.assumed,
        authority=route.authority,
        assumed=route.assumed,
        oldest=max((fact.age for fact in _facts(reason)), key=list(Age).index, default=Age.FRESH),
        reason=reason,
    )


def _ground(article: str, says: str) -> str:
    return sayable("Article {article}: {says}", article=article, says=sayable(says))


def _facts(reason: ReasonView) -> list[FactView]:
    return [*reason.facts, *(fact for child in reason.because for fact in _facts(child))]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int | float) or value is None else str(value)
