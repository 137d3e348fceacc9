"""Plans: which ways lead from one country's request to another's data, and why."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ
from comity.api.problem import refusal
from comity.api.values import Country, Day
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.supposition import read_supposition
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import plan_view, what_if
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.question import Question

router = Router(tags=["The law"])


class Asked(Schema):
    """A question to the planner."""

    requester: Country = Field(description="The country that asks, as GE.", examples=["GE"])
    requested: Country = Field(description="The country that is asked, as UA.", examples=["UA"])
    measure: Measure
    data: DataType | None = None
    on: Day | None = Field(None, description="The day whose law applies; today if not given.")
    urgent: bool = False
    stage: Stage = Stage.PRE_TRIAL
    order: Criterion = Criterion.TIME
    what_if: list[Annotated[str, Field(max_length=60)]] = Field(
        [], max_length=10, description="Reforms to suppose, as UA:16=full or BY:ets185=party."
    )


class Stop(Schema):
    """One stop of a way: who does what, and who signs there."""

    country: str
    country_name: str
    actor: str
    does: str
    signs: str
    authority: str
    known: bool


class Missing(Schema):
    """A fact that the packs lack, and whom to ask."""

    fact: str
    ask: str
    decisive: bool


class LegalClock(Schema):
    """A time limit that begins on the way."""

    article: str
    label: str
    bound: str
    days: int
    start: str


class Way(Schema):
    """A way from the question to the data, with its reasoning as a tree of sentences and facts."""

    key: str
    title: str
    status: str
    status_label: str
    channel: str
    channel_label: str
    instrument: str
    instrument_short: str
    article: str
    steps: list[Stop]
    conditions: list[str]
    requirements: list[str]
    detours: list[str]
    missing: list[Missing]
    blockers: list[str]
    needs_urgency: bool
    refusals: list[str]
    risks: list[str]
    clocks: list[LegalClock]
    least_days: float
    most_days: float
    expected_assumed: bool
    assumed: int = Field(description="Facts that are assumed: verify them before use.")
    reason: dict[str, Any]


class Plan(Schema):
    """The answer, with the digest of the law it was made from."""

    requester: str
    requested: str
    measure: str
    measure_label: str
    data: str
    urgent: bool
    stage: str
    day: Day
    status: str
    routes: list[Way]
    supposing: list[str]
    digest: str


@router.get("/plan", auth=READ, response=answers(Plan), summary="Which ways there are")
def plan(request: HttpRequest, asked: Annotated[Asked, Query(...)]) -> dict[str, Any]:
    """Every way the instruments know, open or not, with the reasons and their sources."""
    snapshot = node_snapshot()
    question = Question(
        _country("requester", asked.requester),
        _country("requested", asked.requested),
        asked.measure,
        asked.on or clock.today(),
        asked.data,
        asked.urgent,
        asked.stage,
    )
    try:
        supposed = tuple(read_supposition(text, snapshot, question.day) for text in asked.what_if)
        view = (
            what_if(snapshot, question, supposed, asked.order)
            if supposed
            else plan_view(snapshot, question, asked.order)
        )
    except ValueError as problem:
        raise refusal("what_if", str(problem)) from None
    return view.as_json()


def _country(field: str, code: str) -> CountryCode:
    try:
        return CountryCode(code)
    except ValueError as problem:
        raise refusal(field, str(problem)) from None
