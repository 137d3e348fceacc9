"""Offers of packs: the list, one side by side with what stands here, choosing from it, and confirming a choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.atlas.queries.soundness import Unsound
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import Person, person, require
from comity.people.rules.roles import Role
from comity.upkeep.actions.choose_from_offer import choose_from_offer
from comity.upkeep.actions.confirm_choice import confirm_choice
from comity.upkeep.actions.return_choice import return_choice
from comity.upkeep.queries.offers import OfferView, offer_lines, offer_view
from comity.upkeep.rules.refused_pack import PackRefused

ALL = {"take": True, "keep": False}
"""What the buttons that choose for every difference at once send."""


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """What waits; `?show=decided` lists what was decided. Raises NotEntitled."""
    require(person(request.user), Role.EDITOR)
    decided = request.GET.get("show") == "decided"
    return render(request, "web/upkeep/offers.html", {"lines": offer_lines(decided=decided), "decided": decided})


@require_safe
def offer(request: HttpRequest, number: int) -> HttpResponse:
    """One offer. Raises NotEntitled, Http404."""
    return _page(request, _view(number, person(request.user)))


@require_POST
def choose(request: HttpRequest, number: int) -> HttpResponse:
    """What is sent is kept as a choice for a second editor; what stands in the way is said beside the form."""
    user = person(request.user)
    view, sent = _view(number, user), request.POST
    every = ALL.get(sent.get("all", ""))
    choices = every if every is not None else _choices(view, sent)
    try:
        choose_from_offer(number, choices, sent.get("reason", ""), on=sent.get("on", ""), by=user)
    except (PackRefused, Unsound) as problem:
        kept = {} if isinstance(choices, bool) else choices
        return _page(request, view, problem=problem, kept=kept)
    messages.success(request, say("Your choice waits for another editor. Nothing has changed yet."))
    return redirect("pack-offer", number)


@require_POST
def decide(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Confirm another's choice, or return it."""
    user, sent = person(request.user), request.POST
    choice = sent.get("choice", "")
    if verb not in _DONE or not (choice.isascii() and choice.isdigit() and len(choice) < 10):  # noqa: PLR2004
        raise Http404
    read, chosen_at = int(choice), sent.get("chosen_at", "")
    try:
        if verb == "confirm":
            confirm_choice(number, choice=read, chosen_at=chosen_at, by=user)
        else:
            return_choice(number, sent.get("remark", ""), choice=read, chosen_at=chosen_at, by=user)
    except (PackRefused, Unsound) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said(_DONE[verb]))
    return redirect("pack-offer", number)


_DONE = {
    "confirm": noted("The offer is decided. What was taken is what this node works with."),
    "return": noted("The choice is returned. Choose anew below."),
}


def _view(number: int, user: Person) -> OfferView:
    require(user, Role.EDITOR)
    view = offer_view(number, user)
    if view is None:
        raise Http404
    return view


def _choices(view: OfferView, sent: Mapping[str, Any]) -> dict[int, bool]:
    """What was chosen of each difference, where anything was."""
    found = {line.number: ALL.get(sent.get(f"line-{line.number}", "")) for line in view.lines}
    return {number: take for number, take in found.items() if take is not None}


def _page(
    request: HttpRequest, view: OfferView, *, problem: Exception | None = None, kept: Mapping[int, bool] | None = None
) -> HttpResponse:
    """`kept` is what somebody chose just now: never lost over a problem."""
    lines = [(line, line.take if kept is None else kept.get(line.number)) for line in view.lines]
    wrongs = problem.wrongs if isinstance(problem, Unsound) else ()
    content = {
        "view": view,
        "lines": lines,
        "problem": "" if wrongs else str(problem or ""),
        "wrongs": wrongs,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "web/upkeep/offer.html", content, status=422 if problem else 200)
