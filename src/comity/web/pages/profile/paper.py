"""A country's profile as a PDF, with its sources. Public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from comity.stateofplay.queries.profile_file import profile_file
from comity.web.atlas.opened import Opened, country_page, who_asks


@country_page("country-paper", keep=("from",))
def paper(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The file, as of the day asked about and as asked by the country in `from`."""
    requester, _ = who_asks(request.GET.get("from", ""), opened.snapshot, opened.code)
    try:
        made = profile_file(opened.snapshot, opened.code, requester, opened.asked.day)
    except ValueError as problem:  # a sign that no font has
        return HttpResponse(f"{problem}\n", content_type="text/plain; charset=utf-8", status=422)
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response
