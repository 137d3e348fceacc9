"""A country's legal profile: article by article, the domestic provision beside the treaty. Public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.atlas.queries.legal_profile import legal_profile
from comity.web.atlas.opened import Opened, country_page
from comity.web.atlas.profile_nav import profile_nav


@country_page("country-legal")
def legal(request: HttpRequest, opened: Opened) -> HttpResponse:
    parts = legal_profile(opened.snapshot, opened.code, opened.asked.day)
    rows = [row for part in parts for row in part.rows]
    content = {
        "country": opened.view,
        "asked": opened.asked,
        "nav": profile_nav(opened, "country-legal"),
        "parts": parts,
        "known": sum(row.known for row in rows),
        "all": len(rows),
    }
    return render(request, "web/atlas/profile/legal.html", content)
