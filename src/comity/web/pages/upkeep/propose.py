"""Proposing a change of one fact, and changing one's proposal. Publishes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.queries.soundness import Unsound
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.upkeep.actions.propose_change import propose_change
from comity.upkeep.actions.revise_proposal import revise_proposal
from comity.upkeep.queries.fact import FactAt, fact_at
from comity.upkeep.queries.proposals import ProposalView, proposal_view
from comity.upkeep.queries.revision import revision
from comity.upkeep.rules.difference import ABSENT
from comity.upkeep.rules.facts import Verb, verbs_for
from comity.upkeep.rules.refusal import NotNow
from comity.upkeep.rules.wording import side_by_side
from comity.web.upkeep.fact_field import Choices
from comity.web.upkeep.fact_form import FactForm


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """`?fact=` says which fact, `?do=` what is to become of it."""
    user = person(request.user)
    require(user, Role.EDITOR)
    written, verb = request.GET.get("fact", ""), _verb(request.GET.get("do", ""))
    base = request.POST.get("base", "")
    try:
        fact = fact_at(written, adding=verb is Verb.ADD, base=base)
    except LookupError as problem:
        return render(request, "web/upkeep/no_fact.html", {"sentence": problem.args[0]}, status=404)
    verbs = verbs_for(fact.place.path, fact.before) if fact.before is not ABSENT else (Verb.ADD,)
    verb = verb if verb in verbs else verbs[0]
    form = FactForm(fact, verb, _sources(), request.POST or None)
    if form.is_valid() and (number := _proposed(form, user)):
        messages.success(request, say("Proposed. Nothing has changed yet: another editor reviews it."))
        return redirect("proposal", number)
    content = {"form": form, "fact": fact, "verb": verb, "verbs": verbs, "written": written, **_standing(fact)}
    return render(request, "web/upkeep/propose.html", content, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def revise(request: HttpRequest, number: int) -> HttpResponse:
    """One's own proposal, put on the page as it is now."""
    user = person(request.user)
    require(user, Role.EDITOR)
    view = proposal_view(number, user)
    try:
        found = revision(number, base=request.POST.get("base", ""))
    except (LookupError, NotNow) as problem:
        messages.error(request, say("{problem} Withdraw this proposal and make a new one.", problem=problem))
        return redirect("proposal", number)
    data = request.POST or None
    form = FactForm(found.fact, found.verb, _sources(), data, after=found.after, reason=view.line.reason)
    if form.is_valid() and _revised(form, view, request.POST.get("seen", ""), user):
        messages.success(request, say("Your proposal waits for review again."))
        return redirect("proposal", number)
    content = {"form": form, "fact": found.fact, "verb": found.verb, "view": view, **_standing(found.fact)}
    return render(request, "web/upkeep/propose.html", content, status=422 if form.errors else 200)


def _verb(text: str) -> Verb | None:
    return Verb(text) if text in set(Verb) else None


def _standing(fact: FactAt) -> Mapping[str, Any]:
    """What stands there now, field by field."""
    rows = side_by_side(ABSENT, fact.before) if fact.before is not ABSENT else ()
    return {"standing": [(row.label, "".join(run.text for run in row.after)) for row in rows]}


def _sources() -> Choices:
    entries = node_snapshot().sources.items()
    return sorted(((key, f"{entry.title} ({key})") for key, entry in entries), key=lambda choice: choice[1].casefold())


def _proposed(form: FactForm, user: Person) -> int:
    """The proposal's number; 0 where the form says why there is none."""
    pack, base = form.fact.place.pack, form.fact.base
    try:
        return propose_change(pack, base, form.changes, form.cleaned_data["reason"], by=user)
    except (Refused, NotNow, Unsound) as problem:
        _explain(form, problem)
        return 0


def _revised(form: FactForm, view: ProposalView, seen: str, user: Person) -> bool:
    try:
        revise_proposal(view.line.number, form.fact.base, form.changes, form.cleaned_data["reason"], seen=seen, by=user)
    except (Refused, NotNow, Unsound) as problem:
        _explain(form, problem)
    return not form.errors


def _explain(form: FactForm, problem: Exception) -> None:
    if isinstance(problem, Unsound):
        for wrong in problem.wrongs:
            form.refuse(wrong.path, wrong.sentence, wrong.pack)
    else:
        field = problem.field if isinstance(problem, Refused) else ""
        form.add_error(field if field in form.fields else None, str(problem))
