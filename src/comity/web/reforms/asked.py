"""Which reforms an address asks about, between which countries and on which day; and the address for others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.routes.rules.reform import Scope
from comity.stateofplay.queries.simulation import scope_of
from comity.web.atlas.day_form import DayAsked, day_asked
from comity.web.components.choices import known_countries
from comity.web.planner.supposing import Supposing, read_supposed

MOST = 12
"""Countries between which a page compares all routes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`problems` are sentences on what could not be read and was left out."""

    day: DayAsked
    scope: Scope
    supposing: Supposing
    problems: tuple[str, ...]
    usual: bool

    def address(self, name: str, keys: Iterable[str], **more: str) -> str:
        """The page `name` for these reforms, with the rest as asked; what goes without saying is left out."""
        kept = [
            *(("reform", key) for key in keys),
            ("at", "" if self.day.is_today else self.scope.day.isoformat()),
            ("urgent", "on" if self.scope.urgent else ""),
            ("countries", "" if self.usual else ",".join(self.scope.countries)),
            *more.items(),
        ]
        query = urlencode([(key, value) for key, value in kept if value], safe=":,=()")
        return f"{reverse(name)}?{query}" if query else reverse(name)

    def among(self, more: Iterable[CountryCode], *, day: DayAsked | None = None) -> Asked:
        """The same with more countries, and perhaps on another day."""
        scope = replace(self.scope, countries=tuple(dict.fromkeys((*self.scope.countries, *more))))
        return replace(self, scope=scope, day=day or self.day, usual=False)


def read_asked(request: HttpRequest, snapshot: Snapshot) -> Asked:
    """What the address asks for; never fails."""
    day = day_asked(request)
    countries, problems = _countries(request)
    supposing = read_supposed(request.GET.getlist("reform"), snapshot, day.day)
    usual = tuple(CountryCode(code) for code in known_countries(snapshot)[0][:MOST])
    codes = tuple(dict.fromkeys((*(countries or usual), *(edit.country for edit in supposing.edits))))
    scope = scope_of(codes, day.day, urgent=request.GET.get("urgent") == "on")
    said = (*problems, *supposing.problems, *((day.problem,) if day.problem else ()))
    return Asked(day, scope, supposing, said, not countries)


def _countries(request: HttpRequest) -> tuple[tuple[CountryCode, ...], tuple[str, ...]]:
    found: dict[CountryCode, None] = {}
    problems = []
    for text in ",".join(request.GET.getlist("countries")).split(","):
        if not text.strip():
            continue
        try:
            found[CountryCode(text)] = None
        except ValueError as problem:
            problems.append(str(problem))
    if len(found) > MOST:
        problems.append(say("At most {count} countries are compared at once; the others were left out.", count=MOST))
    return tuple(found)[:MOST], tuple(problems[:3])
