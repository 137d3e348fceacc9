"""Gaps in procedural law on a day: by country, by article, and what each does to requests. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.studio import begin
from comity.stateofplay.queries.node_pictures import node_gaps
from comity.stateofplay.rules.pictures.consequences import consequences_picture
from comity.stateofplay.rules.pictures.powers import per_article, per_country
from comity.web.atlas.countries_asked import countries_asked
from comity.web.atlas.day_form import day_asked
from comity.web.pages.stateofplay.pictures import shown


@login_not_required
@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """Three findings, each with its chart and the table behind it; below, each power with its sources."""
    asked, codes = day_asked(request), countries_asked(request)
    begin()
    carried = {"at": asked.day.isoformat(), "countries": ",".join(codes or ())}
    powers, found = node_gaps(asked.day, codes)
    pictures = (consequences_picture(found), per_article(powers), per_country(powers))
    content = {
        "asked": asked,
        "carried": carried["countries"],
        "charts": shown(request, pictures, carried),
        "countries": [(code, name, powers.of_country(code).items()) for code, name in powers.countries],
    }
    return render(request, "web/stateofplay/gaps.html", content)
