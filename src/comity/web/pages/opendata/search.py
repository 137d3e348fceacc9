"""Looking for words in all that the atlas holds, as one types. Public."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from comity.atlas.queries.passage_search import MOST_READ, ON_A_PAGE, Group, Hit, search
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.passage_sort import Sort
from comity.atlas.rules.search_words import LONGEST
from comity.kernel import clock
from comity.web.atlas.page_asked import page_asked
from comity.web.atlas.passage_address import passage_address

FARTHEST_PAGE = MOST_READ // ON_A_PAGE


@dataclass(frozen=True, slots=True)
class Listed:
    """What was found, and where it is read."""

    hit: Hit
    address: str


@dataclass(frozen=True, slots=True)
class Heading:
    group: Group
    listed: tuple[Listed, ...]


@login_not_required
@require_safe
def search_atlas(request: HttpRequest) -> HttpResponse:
    """The passages that hold the address's `q`, by their sort; `sort` shows one of them page by page. htmx gets the
    list alone."""
    text, sort = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST], _sort(request.GET.get("sort", ""))
    page = page_asked(request, FARTHEST_PAGE)
    found = search(text, node_snapshot().sources, clock.today(), sort=sort, page=page)
    content = {
        "found": found,
        "text": text,
        "sort": sort,
        "page": page,
        "more": bool(sort and found.groups and found.groups[0].count > page * ON_A_PAGE and page < FARTHEST_PAGE),
        "most": MOST_READ,
        "longest": LONGEST,
        "headings": [_heading(group) for group in found.groups],
    }
    list_only = getattr(request, "htmx", False)
    response = render(request, f"web/opendata/search.html{'#results' if list_only else ''}", content)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _heading(group: Group) -> Heading:
    return Heading(
        group,
        tuple(Listed(hit, passage_address(hit.sort, hit.pack, hit.place, hit.subject)) for hit in group.hits),
    )


def _sort(text: str) -> Sort | None:
    return Sort(text) if text in set(Sort) else None
