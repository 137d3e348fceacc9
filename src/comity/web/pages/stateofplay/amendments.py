"""Draft amendments: gaps by country, and the working document on one, also as a file. Public; changes elsewhere."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.kernel.sayable import said
from comity.kernel.words import say, say_count
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.stateofplay.queries.amendment_file import DOCX, amendment_file
from comity.stateofplay.queries.amendments import GapCell, gap_overview, working_document
from comity.stateofplay.rules.amendment import LADDER, AmendmentState
from comity.stateofplay.rules.pictures.picture import capital
from comity.web.components.heat import Column, Heat, HeatCell, HeatRow, cell
from comity.web.components.moments import day_in_words
from comity.web.pages.stateofplay.amendment_forms import StepForm


@login_not_required
@require_safe
def amendments(request: HttpRequest) -> HttpResponse:
    """Articles by country: how far the power goes, and how far a draft has come."""
    today = clock.today()
    countries, rows = gap_overview(today)
    cells = [each for row in rows for each in row.cells]
    heat = Heat(
        say("Powers and draft amendments by country"),
        say("Article"),
        tuple(Column(name, reverse("country", args=[code]) + "#powers") for code, name in countries),
        tuple(
            HeatRow(
                say("Article {article}", article=row.article),
                row.title,
                tuple(_cell(each, row.article) for each in row.cells),
            )
            for row in rows
        ),
    )
    content = {
        "heat": heat if rows else None,
        "finding": _finding(
            today,
            sum(each.gap.level in {"none", "partial"} for each in cells),
            sum(each.state is not None and each.state.is_open for each in cells),
        ),
        "unknown": sum(each.gap.level in {"unknown", "disputed"} for each in cells),
        "in_force": sum(each.state is AmendmentState.IN_FORCE for each in cells),
    }
    return render(request, "web/stateofplay/amendments.html", content)


def _finding(day: date, gaps: int, under_way: int) -> str:
    recorded = say_count("{count} gap recorded on {day}", "{count} gaps recorded on {day}", gaps, day=day_in_words(day))
    drafts = say_count("{count} draft under way", "{count} drafts under way", under_way)
    return f"{recorded}, {drafts if under_way else say('no draft under way')}"


def _cell(each: GapCell, article: str) -> HeatCell:
    note = say("no draft yet") if each.gap.open else ""
    if each.state and each.since:
        note = say("{state} since {day}", state=capital(said(each.state.label)), day=day_in_words(each.since))
    word = say("Not known") if each.gap.level == "unknown" else ""
    return cell(each.gap.level, word, (note,), reverse("amendment", args=[each.gap.country, article]))


@login_not_required
@require_safe
def amendment(request: HttpRequest, code: str, article: str) -> HttpResponse:
    """The working document. Raises NotFound."""
    found = working_document(code.upper(), article, clock.today())
    may_edit = request.user.is_authenticated and Role.EDITOR in roles_of(person(request.user))
    content = {"found": found, "may_edit": may_edit, **_steps(found.draft.state if found.draft else None)}
    if may_edit and found.draft and found.draft.state.next:
        content["form"] = StepForm(found.draft.state, found.draft.version)
    return render(request, "web/stateofplay/amendment.html", content)


def _steps(state: AmendmentState | None) -> dict[str, object]:
    """The step line: where on the ladder the draft stands; none where there is no draft, or where it was dropped."""
    if state not in LADDER:
        return {"labels": (), "here": 0}
    return {"labels": [capital(said(each.label)) for each in LADDER], "here": LADDER.index(state) + 1}


@login_not_required
@require_safe
def amendment_as_file(_request: HttpRequest, code: str, article: str) -> HttpResponse:
    """The working document as a text document. Raises NotFound."""
    made = amendment_file(code.upper(), article, clock.today())
    response = HttpResponse(made.content, content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response
