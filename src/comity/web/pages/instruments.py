"""The instruments of the atlas: what they are, whether they are in force, and who is Party. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.instrument import InstrumentLine, PartyView, instrument_lines, instrument_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.kernel.words import noted
from comity.web.atlas.day_form import day_asked, query

HEADINGS = (
    ("treaty", noted("Treaties")),
    ("protocol", noted("Protocols")),
    ("channel", noted("Channels without a treaty of their own")),
    ("principle", noted("Principles")),
)
SORTS = {"name": noted("State"), "since": noted("Since"), "standing": noted("Standing")}
_RANK = {"party": 0, "signatory": 1, "suspended": 2, "disputed": 3, "unknown": 4, "none": 5}


@login_not_required
@require_safe
def instruments(request: HttpRequest) -> HttpResponse:
    """All instruments, by their type."""
    asked = day_asked(request)
    lines = instrument_lines(node_snapshot(), asked.day)
    groups = [(heading, _of(lines, kind)) for kind, heading in HEADINGS]
    content = {"groups": [group for group in groups if group[1]], "asked": asked}
    return render(request, "web/instruments/list.html", content)


@login_not_required
@require_safe
def instrument(request: HttpRequest, name: str) -> HttpResponse:
    """One instrument: articles in our own words, States and their standing, declarations."""
    snapshot, asked = node_snapshot(), day_asked(request, keep=("sort",))
    try:
        view = instrument_view(snapshot, name, asked.day)
    except LookupError as problem:
        raise Http404(str(problem)) from None
    chosen = request.GET.get("sort", "")
    sort = chosen if chosen in SORTS else "name"
    at = "" if asked.is_today else asked.day.isoformat()
    content = {
        "instrument": view,
        "asked": asked,
        "pack": f"instruments/{name}",
        "parties": _sorted(view.parties, sort),
        "party_count": sum(party.standing == "party" for party in view.parties),
        "sorts": [(key, word, query({"sort": key, "at": at}) + "#parties", key == sort) for key, word in SORTS.items()],
    }
    return render(request, "web/instruments/page.html", content)


def _of(lines: list[InstrumentLine], kind: str) -> list[InstrumentLine]:
    """Those of one type, the Convention first."""
    return sorted((line for line in lines if line.type == kind), key=lambda line: line.id != CONVENTION)


def _sorted(parties: tuple[PartyView, ...], sort: str) -> list[PartyView]:
    """By name; or by the day since which they stand as they do, unknown days last; or by standing."""
    if sort == "since":
        return sorted(parties, key=lambda party: (party.since is None, party.since, party.name))
    if sort == "standing":
        return sorted(parties, key=lambda party: (_RANK.get(party.standing, 6), party.name))
    return list(parties)
