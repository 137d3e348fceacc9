"""What a pack said before, and why it changed. Public; who proposed and reviewed is for those who signed in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.upkeep.queries.history import history as history_of


@login_not_required
@require_safe
def history(request: HttpRequest, pack: str) -> HttpResponse:
    """The versions of the pack; `?fact=` narrows them to what touched one path."""
    within = request.GET.get("fact", "").strip()[:200]
    return render(request, "web/upkeep/history.html", {"view": history_of(pack, within=within)})
