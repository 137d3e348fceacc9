"""How a country carries out each measure for others. Public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.atlas.queries.procedures import measure_views
from comity.web.atlas.opened import Opened, country_page
from comity.web.atlas.profile_nav import profile_nav


@country_page("country-procedures")
def procedures(request: HttpRequest, opened: Opened) -> HttpResponse:
    views = measure_views(opened.snapshot, opened.code, opened.asked.day)
    content = {
        "country": opened.view,
        "asked": opened.asked,
        "nav": profile_nav(opened, "country-procedures"),
        "known": [view for view in views if view.known],
        "unknown": [view for view in views if not view.known],
    }
    return render(request, "web/atlas/profile/procedures.html", content)
