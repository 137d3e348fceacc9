"""The glossary: the terms of the field in plain words, each at a permanent place of the page. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.glossary import glossary_letters
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock


@login_not_required
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """All terms, narrowed to those that contain the address's `q`."""
    snapshot, sought = node_snapshot(), request.GET.get("q", "").strip()[:60]
    letters = glossary_letters(snapshot, clock.today(), sought)
    content = {"letters": letters, "all": len(snapshot.glossary), "sought": sought}
    return render(request, "web/glossary/page.html", content)
