"""Up to six countries side by side. Public; its address is the question."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.atlas.queries.comparison import ABREAST, Comparison, comparison
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.web.atlas.day_form import day_asked, query
from comity.web.components.choices import country_choices


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The countries of the address's `countries` (GE,UA,MD) as of its `at`. Ticked boxes lead to that address."""
    snapshot, asked = node_snapshot(), day_asked(request, keep=("countries",))
    written = request.GET.getlist("countries")
    chosen = list(dict.fromkeys(part.strip().upper() for text in written for part in text.split(",") if part.strip()))
    joined = ",".join(chosen)
    if written and written != [joined]:
        address = query({"countries": joined, "at": request.GET.get("at", "")})
        return redirect((reverse("compare") + address).replace("%2C", ","))
    made, problem = None, ""
    if chosen:
        try:
            made = comparison(snapshot, [CountryCode(code) for code in chosen], asked.day)
        except (ValueError, LookupError) as found:
            problem = str(found)
    described = country_choices(snapshot)[0][1]
    listed = {code for code, _ in described}
    content = {
        "asked": asked,
        "comparison": made,
        "names": ", ".join(country_words(view.code) for view in made.countries) if made else "",
        "parts": _drawn(made) if made else (),
        "problem": problem,
        "abreast": ABREAST,
        "described": [(code, name, code in chosen) for code, name in described],
        "others": ", ".join(code for code in chosen if code not in listed),
    }
    return render(request, "web/atlas/profile/compare.html", content, status=422 if problem else 200)


def _drawn(made: Comparison) -> list[dict[str, Any]]:
    """Each part with its rows, each cell beside its country."""
    return [
        {
            "key": part.key,
            "title": part.title,
            "rows": [
                {
                    "label": row.label,
                    "shared": row.shared,
                    "differ": row.differ,
                    "cells": list(zip(made.countries, row.cells, strict=True)),
                }
                for row in part.rows
            ],
        }
        for part in made.parts
    ]
