"""Turns a domain's refusal into the page that says it: no role, not now, nothing here for you. Hides nothing else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.casework.rules.refusal import NotFound
from comity.casework.rules.transitions import NotAllowed
from comity.people.rules.roles import NotEntitled
from comity.upkeep.rules.refusal import NotFound as NotInAtlas


class Refusals:
    """Middleware: any other exception passes, and is a failure of the node."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem, NotEntitled):
            return render(request, "403.html", {"exception": problem}, status=403)
        if isinstance(problem, NotAllowed):
            return render(request, "web/errors/not_allowed.html", {"sentence": problem}, status=403)
        if isinstance(problem, NotFound | NotInAtlas):
            return render(request, "404.html", status=404)
        return None
