"""The planner: who can get what from whom, by which way, and why not. Public; computes everything from the address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.words import say
from comity.routes.queries.plan import PlanView, plan_view, what_if
from comity.routes.queries.summary import in_a_sentence
from comity.routes.rules.question import Question
from comity.web.components.choices import CRITERIA, country_choices
from comity.web.components.status import status
from comity.web.planner.address import Asked, with_query
from comity.web.planner.missing import to_find_out
from comity.web.planner.question_form import QuestionForm
from comity.web.planner.supposing import Supposing, read_supposed, target_choices, value_choices
from comity.web.planner.way import Way, ways

STARTS = ("intake-start", "start-request")
"""Names of the address where a request is started, on a node whose version has one."""

PASSABLE = ("open", "conditions", "degraded")


@dataclass(frozen=True, slots=True)
class OrderLink:
    word: str
    says: str
    address: str
    current: bool


@login_not_required
@require_safe
def planner(request: HttpRequest) -> HttpResponse:
    """The form, and below it the plan for what it asks; whatever can't be read is named beside its field."""
    snapshot = node_snapshot()
    form = QuestionForm(snapshot, request.GET, requester=str(settings.ENV.country))
    content: dict[str, Any] = {"form": form, "asked": form.asked}
    if form.asked and form.is_valid():
        question = form.question()
        supposing = read_supposed(request.GET.getlist("what_if"), snapshot, question.day)
        asked = Asked(question, form.order(), supposing.keys)
        plan = _plan(snapshot, asked, supposing)
        if request.GET.get("format") == "json":
            return JsonResponse(plan.as_json(), json_dumps_params={"indent": 1, "ensure_ascii": False})
        languages = {code: pack.country.languages[0] for code, pack in snapshot.countries.items()}
        drawn = ways(plan.routes, asked, why=request.GET.get("why", ""), languages=languages)
        content |= _answer(plan, drawn, asked)
        content |= _reforms(snapshot, asked, supposing)
        content["start"] = _start(request, question, plan)
    elif request.GET.get("format") == "json":
        return JsonResponse({"problems": {name: list(said) for name, said in form.errors.items()}}, status=422)
    return _page(request, content)


@login_not_required
@require_safe
def suppose(request: HttpRequest) -> HttpResponse:
    """Adds the reform that three selects describe to the planner's address, and goes there."""
    parts = (request.GET.get(name, "").strip() for name in ("state", "target", "value"))
    asked = request.GET.copy()
    for name in ("state", "target", "value"):
        asked.pop(name, None)
    asked.appendlist("what_if", "{}:{}={}".format(*parts))
    return redirect(f"{reverse('planner')}?{asked.urlencode(safe=':')}#answer")


def _plan(snapshot: Snapshot, asked: Asked, supposing: Supposing) -> PlanView:
    if supposing.everything:
        return what_if(snapshot, asked.question, supposing.everything, asked.order)
    return plan_view(snapshot, asked.question, asked.order)


def _answer(plan: PlanView, drawn: tuple[Way, ...], asked: Asked) -> dict[str, Any]:
    unknown = tuple(way for way in drawn if way.route.status == "unknown")
    reasoned = next((way for way in drawn if way.reasoning), None)
    return {
        "plan": plan,
        "tone": status(plan.status).tone,
        "sentence": in_a_sentence(plan, clock.today()),
        "passable": tuple(way for way in drawn if way.route.status in PASSABLE),
        "unknown": unknown,
        "closed": tuple(way for way in drawn if way.route.status == "closed"),
        "find_out": to_find_out(unknown),
        "future": asked.question.day > clock.today(),
        "orders": [
            OrderLink(say(word), say(says), replace(asked, order=order).address(place="ways"), order is asked.order)
            for order, (word, says) in CRITERIA.items()
        ],
        "json": asked.address(more={"format": "json"}),
        "turned": asked.turned().address(),
        "opened": (reasoned or drawn[0]).route.key if drawn else "",
        "reasoned": reasoned,
    }


def _reforms(snapshot: Snapshot, asked: Asked, supposing: Supposing) -> dict[str, Any]:
    """What is supposed, each with the page that takes it back, and the form that supposes more."""
    return {
        "supposing": supposing,
        "taken_back": [(reform, asked.supposing(*reform.others).address()) for reform in supposing.reforms],
        "plain": asked.supposing().address(),
        "all_routes": asked.simulator(*asked.supposed),
        "reform_countries": country_choices(snapshot, chosen=str(asked.question.requested)),
        "reform_targets": target_choices(snapshot),
        "reform_values": value_choices(),
        "kept": asked.parameters(),
    }


def _start(request: HttpRequest, question: Question, plan: PlanView) -> str:
    """Where a request on this way is started, for those signed in on the asking country's node; the page shows it to
    whoever has the role."""
    elsewhere = question.domestic or question.requester != settings.ENV.country
    if not request.user.is_authenticated or elsewhere or not plan.routes:
        return ""
    for name in STARTS:
        try:
            reverse(name)
        except NoReverseMatch:
            continue
        values = {"from": question.requester, "to": question.requested, "measure": question.measure.value}
        return with_query(name, **values, data=question.data, urgent="on" if question.urgent else "")
    return ""


def _page(request: HttpRequest, content: dict[str, Any]) -> HttpResponse:
    """The whole page; for a script that asks only for a way's reasons, just these."""
    only_why = getattr(request, "htmx", False) and content.get("reasoned")
    template = "web/planner/why.html" if only_why else "web/planner/page.html"
    if only_why:
        content = {"way": content["reasoned"]}
    response = render(request, template, content)
    patch_vary_headers(response, ["HX-Request"])
    return response
