"""Proposals: those that wait for review, those that were decided, and one to read and decide about."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.atlas.queries.soundness import Unsound
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import Person, person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.upkeep.actions.decline_proposal import decline_proposal
from comity.upkeep.actions.publish_proposal import publish_proposal
from comity.upkeep.actions.return_proposal import return_proposal
from comity.upkeep.actions.withdraw_proposal import withdraw_proposal
from comity.upkeep.queries.proposals import proposal_lines, proposal_view
from comity.upkeep.queries.reports import reports_waiting
from comity.upkeep.rules.refusal import NotNow

READERS = (Role.EDITOR, Role.AUDITOR)


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """The review queue; `?show=decided` for what was decided."""
    user = person(request.user)
    require(user, *READERS)
    decided = request.GET.get("show") == "decided"
    content = {"lines": proposal_lines(user, decided=decided), "decided": decided, "reports": reports_waiting()}
    return render(request, "web/upkeep/proposals.html", content)


@require_safe
def proposal(request: HttpRequest, number: int) -> HttpResponse:
    """One proposal with its differences, and what its reader may do."""
    user = person(request.user)
    held = require(user, *READERS)
    content = {"view": proposal_view(number, user), "may_edit": Role.EDITOR in held}
    return render(request, "web/upkeep/proposal.html", content)


@require_POST
def decide(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Publish, return, decline or withdraw. What stands in the way is said on the proposal's page."""
    user = person(request.user)
    try:
        _decide(verb, number, request.POST.get("remark", ""), request.POST.get("seen", ""), user)
    except Unsound as problem:
        sentences = " ".join(wrong.sentence for wrong in problem.wrongs)
        messages.error(
            request, say("The page has changed so that this can no longer stand. {problems}", problems=sentences)
        )
    except (NotNow, Refused) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said(_DONE[verb]))
    return redirect("proposal", number)


def _decide(verb: str, number: int, remark: str, seen: str, user: Person) -> None:
    if verb == "publish":
        publish_proposal(number, remark=remark, seen=seen, by=user)
    elif verb == "return":
        return_proposal(number, remark, seen=seen, by=user)
    elif verb == "decline":
        decline_proposal(number, remark, seen=seen, by=user)
    elif verb == "withdraw":
        withdraw_proposal(number, by=user)
    else:
        raise Http404


_DONE = {
    "publish": noted("Published. Plans and pages of this node use it from now on."),
    "return": noted("Returned. Whoever proposed it changes it, or withdraws it."),
    "decline": noted("Declined. The atlas stays as it is."),
    "withdraw": noted("Withdrawn. The atlas stays as it is."),
}
