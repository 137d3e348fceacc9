"""A draft from a letter or its data: what the file says, taken as it is, into a case."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comity.casework.actions.draft_from_file import draft_from_file
from comity.casework.actions.keep_arrival import TOO_LARGE
from comity.casework.actions.open_case import LONGEST_TITLE
from comity.casework.rules.arrival.reading import LARGEST_FILE
from comity.casework.rules.refusal import NotFound, Refused, refused
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.web.components.complaints import complaints
from comity.web.uploads import TooLarge, forged, uploaded


@dataclass(frozen=True, slots=True)
class _Typed:
    """Where the draft shall belong, as it was typed."""

    case: str = ""
    title: str = ""
    follows: str = ""


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_http_methods(["GET", "HEAD", "POST"])
def from_file(request: HttpRequest) -> HttpResponse:
    """The form; by POST the draft. `?case=` begins in a case. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    if request.method != "POST":
        return _page(request, _Typed(case=request.GET.get("case", "")[:30]))
    try:
        content = uploaded(request, "file", limit=LARGEST_FILE)
    except TooLarge:
        return forged(request) or _page(request, _typed(request), refused("file", "File", said(TOO_LARGE)))
    if refusal := forged(request):
        return refusal
    typed = _typed(request)
    try:
        taken = draft_from_file(
            content, case_reference=typed.case, case_title=typed.title, follows=typed.follows, by=user
        )
    except Refused as problem:
        return _page(request, typed, problem)
    except NotFound as problem:
        field = "follows" if typed.follows.strip() else "case"
        return _page(request, typed, refused(field, say("Reference"), str(problem)))
    for sentence in taken.sentences:
        messages.warning(request, sentence)
    messages.success(
        request, say("Drafted: it says what the file says, the date too. Look it through before it goes on.")
    )
    return redirect("request-edit", taken.reference)


def _typed(request: HttpRequest) -> _Typed:
    given = request.POST
    return _Typed(given.get("case", "")[:30], given.get("title", "")[:LONGEST_TITLE], given.get("follows", "")[:30])


def _page(request: HttpRequest, typed: _Typed, problem: Refused | None = None) -> HttpResponse:
    content = {"typed": typed, "wrong": complaints(problem) if problem else {}, "longest": LONGEST_TITLE}
    return render(request, "web/intake/from_file.html", content, status=422 if problem else 200)
