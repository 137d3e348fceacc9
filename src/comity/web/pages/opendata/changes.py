"""What changed in the atlas, as a page, at an address for each change, and as an Atom feed. Public."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from comity.atlas.queries.changes import ChangeView, change, changes, newest
from comity.web.atlas.kept import kept
from comity.web.atlas.page_asked import page_asked

IN_FEED, LINES = 30, 100
"""Changes in the feed, and lines that one of them tells there."""
FARTHEST_PAGE = 250


@login_not_required
@require_safe
def changes_page(request: HttpRequest) -> HttpResponse:
    """Newest first, page by page."""
    page = page_asked(request, FARTHEST_PAGE)
    found = changes(page=page)
    content = {"changes": found.views, "page": page, "more": found.more and page < FARTHEST_PAGE}
    return render(request, "web/opendata/changes.html", content)


@login_not_required
@require_safe
def change_page(request: HttpRequest, number: int) -> HttpResponse:
    """One change, with all it did. Raises Http404."""
    try:
        found = change(number)
    except LookupError as problem:
        raise Http404(str(problem)) from None
    return render(request, "web/opendata/change.html", {"change": found})


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """The newest changes for programs that read feeds."""
    return kept(request, f"changes-{newest()}", lambda: _feed(request))


def _feed(request: HttpRequest) -> HttpResponse:
    absolute = request.build_absolute_uri
    made = Atom1Feed(
        title=f"Changes of the atlas, {settings.ENV.organisation}",
        link=absolute(reverse("atlas-changes")),
        description="What changed in the law and practice that this node publishes.",
        feed_url=absolute(reverse("atlas-changes-feed")),
        language="en",
    )
    for view in changes(most=IN_FEED).views:
        made.add_item(
            title=view.headline,
            link=absolute(_address(view)),
            description=_told(view),
            unique_id=f"urn:uuid:{view.identity}",
            pubdate=view.at,
            updateddate=view.at,
            categories=(view.pack,),
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _address(view: ChangeView) -> str:
    return reverse("atlas-change", args=[view.number]) if view.number else reverse("atlas-changes")


def _told(view: ChangeView) -> str:
    if not view.lines:
        return view.headline
    more = len(view.lines) - LINES
    rest = format_html("<p>And {} more.</p>", more) if more > 0 else ""
    return format_html(
        "<ul>{}</ul>{}", format_html_join("", "<li>{}</li>", ((line.sentence,) for line in view.lines[:LINES])), rest
    )
