"""Where something arrives: drop the file as it came, or type in what was told. Nothing is registered yet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comity.casework.actions.keep_arrival import TOO_LARGE, keep_arrival, keep_typed
from comity.casework.queries.arrivals import MOST, aside_arrivals, count_arrivals, open_arrivals
from comity.casework.rules.arrival.reading import LARGEST_FILE
from comity.casework.rules.refusal import Refused
from comity.casework.rules.registry import kinds
from comity.kernel.sayable import said
from comity.people.access import Person, person, require
from comity.people.rules.roles import Role
from comity.web.uploads import MemoryUpload

SET_ASIDE = "set-aside"
"""The value of `show` that lists what was set aside."""


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_http_methods(["GET", "HEAD", "POST"])
def arrive(request: HttpRequest) -> HttpResponse:
    """The form, and by POST the page that shows what was read. `?show=set-aside` lists what was set aside instead of
    what waits. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    if request.method != "POST":
        return _page(request, user)
    handler = MemoryUpload(LARGEST_FILE)
    request.upload_handlers = [handler]
    file = request.FILES.get("file")
    if refusal := CsrfViewMiddleware(lambda _: HttpResponse()).process_view(request, _checked, (), {}):
        return refusal
    try:
        if handler.size > LARGEST_FILE:
            return _page(request, user, problem=said(TOO_LARGE))
        if file is None and request.POST.get("then") == "type":
            return redirect("incoming-content", keep_typed(request.POST.get("kind", "")[:40], by=user))
        kept = keep_arrival(file.read() if file else b"", name=(file.name or "") if file else "", by=user)
    except Refused as problem:
        return _page(request, user, problem=str(problem))
    return redirect("incoming-look", kept)


def _checked(request: HttpRequest) -> HttpResponse:
    """Stands for this view before the middleware, without the mark that exempts it."""
    raise NotImplementedError


def _page(request: HttpRequest, user: Person, *, problem: str = "") -> HttpResponse:
    aside = request.GET.get("show") == SET_ASIDE
    waiting, lying = count_arrivals(user)
    content = {
        "problem": problem,
        "kinds": sorted(kinds().values(), key=lambda kind: said(kind.label)),
        "aside": aside,
        "arrivals": aside_arrivals(user) if aside else open_arrivals(user),
        "waiting": waiting,
        "lying": lying,
        "most": MOST,
        "chosen": request.POST.get("kind", "") if request.method == "POST" else "",
    }
    return render(request, "web/incoming/arrive.html", content, status=422 if problem else 200)
