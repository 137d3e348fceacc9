"""Recommendations: the lists, one list by country, what is due, and files. Public; changes are made elsewhere."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.stateofplay.queries.follow_up_file import FORMS, follow_up_file
from comity.stateofplay.queries.follow_ups import (
    FollowUpView,
    ListView,
    RecommendationRow,
    due_follow_ups,
    recommendation_list,
    recommendation_lists,
)
from comity.stateofplay.rules.follow_up import Timing
from comity.stateofplay.rules.pictures.picture import capital
from comity.web.components.heat import Column, Heat, HeatCell, HeatRow, cell
from comity.web.components.moments import day_in_words


@login_not_required
@require_safe
def recommendations(request: HttpRequest) -> HttpResponse:
    """Every list, with how many follow-ups stand where."""
    lists = recommendation_lists(clock.today())
    content = {"lists": [(view, _stands(view)) for view in lists], "overdue": sum(view.overdue for view in lists)}
    return render(request, "web/stateofplay/recommendations.html", content)


@login_not_required
@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """What is overdue, and what has a day to come."""
    found = due_follow_ups(clock.today())
    content = {
        "overdue": [one for one in found if one[2].timing is Timing.OVERDUE],
        "coming": [one for one in found if one[2].timing is not Timing.OVERDUE],
    }
    return render(request, "web/stateofplay/due.html", content)


@login_not_required
@require_safe
def one_list(request: HttpRequest, name: str) -> HttpResponse:
    """Recommendations by country. Raises NotFound."""
    view = recommendation_list(name, clock.today())
    files = [(form.upper(), reverse("recommendations-file", args=[name, form])) for form in FORMS]
    content = {"view": view, "stands": _stands(view), "heat": _heat(view), "files": files}
    return render(request, "web/stateofplay/recommendation_list.html", content)


@login_not_required
@require_safe
def list_file(_request: HttpRequest, name: str, form: str) -> HttpResponse:
    """The list with every follow-up, as a file. Raises NotFound, Http404 for a form that there is not."""
    if form not in FORMS:
        raise Http404
    response = HttpResponse(follow_up_file(recommendation_list(name, clock.today()), form), content_type=FORMS[form])
    response["Content-Disposition"] = f'attachment; filename="follow-up-{name}.{form}"'
    return response


def _stands(view: ListView) -> str:
    """How many countries stand where: “3 done, 12 not known”."""
    return ", ".join(f"{count} {said(status.label)}" for status, count in view.counts)


def _heat(view: ListView) -> Heat:
    return Heat(
        say("{title}, by country", title=view.title),
        say("Recommendation"),
        tuple(Column(name) for _, name in view.countries),
        tuple(
            HeatRow(
                f"{row.item.number}. {row.item.says}",
                said(row.item.addressee.label) if row.item.addressee.value == "protocol" else "",
                tuple(_cell(view, row, each) for each in row.follow_ups),
                ""
                if row.for_countries
                else say("Addressed to the Council of Europe and T-CY: not asked of countries."),
            )
            for row in view.rows
        ),
    )


def _cell(view: ListView, row: RecommendationRow, each: FollowUpView) -> HeatCell:
    words = each.words
    overdue = each.timing is Timing.OVERDUE
    by = ""
    if words.due and words.status.is_open:
        day = day_in_words(words.due)
        by = say("was due {day}", day=day) if overdue else say("due {day}", day=day)
    address = reverse("follow-up", args=[view.id, row.item.number, each.country])
    state = "overdue" if overdue else words.status.value
    word = capital(said(words.status.label))
    return cell(state, say("{status}, overdue", status=word) if overdue else word, (words.responsible, by), address)
