"""A country's practice of mutual legal assistance, by the items of the form on national procedures. Public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.atlas.queries.profile import practice_parts
from comity.web.atlas.opened import Opened, country_page
from comity.web.atlas.profile_nav import profile_nav


@country_page("country-practice")
def practice(request: HttpRequest, opened: Opened) -> HttpResponse:
    content = {
        "country": opened.view,
        "asked": opened.asked,
        "nav": profile_nav(opened, "country-practice"),
        "parts": practice_parts(opened.snapshot, opened.code, opened.asked.day),
    }
    return render(request, "web/atlas/profile/practice.html", content)
