"""The atlas's countries: those described article by article, and those known by their treaties only. Public."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.country_list import CountryLine, country_lines
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.country_words import country_words
from comity.upkeep.queries.staleness import country_staleness
from comity.upkeep.rules.staleness import Staleness
from comity.web.atlas.day_form import day_asked
from comity.web.components.local_name import LocalName, local_name


@dataclass(frozen=True, slots=True)
class Listed:
    """A country of the list with what it calls itself."""

    line: CountryLine
    local: LocalName | None
    figure: Staleness | None = None

    def named(self, sought: str) -> bool:
        """Whether its name, in English, its own language or the reader's, or its code contains what is sought."""
        names = (self.line.name, country_words(self.line.code), self.line.code, self.local.name if self.local else "")
        return any(sought.casefold() in name.casefold() for name in names)


@login_not_required
@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """The list, narrowed to the names that contain the address's `q`."""
    asked, sought = day_asked(request, keep=("q",)), request.GET.get("q", "").strip()[:60]
    snapshot = node_snapshot()
    figures = country_staleness(snapshot, clock.today())
    lines = [
        Listed(line, local_name(line.code, line.language) if line.language else None, figures.get(line.code))
        for line in country_lines(snapshot, asked.day)
    ]
    found = [listed for listed in lines if listed.named(sought)]
    content = {
        "described": [listed for listed in found if listed.line.described],
        "others": [listed for listed in found if not listed.line.described],
        "all": len(lines),
        "sought": sought,
        "asked": asked,
    }
    return render(request, "web/atlas/countries.html", content)
