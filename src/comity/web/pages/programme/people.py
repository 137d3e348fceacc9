"""The people of an activity, for the office: a list to filter and to act on, its figures, its file."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.casework.rules.refusal import NotFound
from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.actions.move_people import move_people
from comity.programme.queries.people import PeopleFilter, people_of
from comity.programme.queries.people_counts import people_counts
from comity.programme.queries.people_file import people_csv
from comity.programme.rules.participation import ParticipantState
from comity.web.components.paging import page_of
from comity.web.pages.programme.people_frame import people_frame

DEEDS = {
    ParticipantState.ACCEPTED: noted("Accept"),
    ParticipantState.DECLINED: noted("Decline"),
    ParticipantState.ATTENDED: noted("Mark as attended"),
    ParticipantState.ABSENT: noted("Mark as absent"),
}


@require_safe
def people(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    content = people_frame(request, code, activity, "people")
    wanted = _wanted(request)
    counts = people_counts(content["activity"])
    content |= {
        "wanted": wanted,
        "page": page_of(request, people_of(content["activity"], wanted)),
        "counts": counts,
        "states": tuple(ParticipantState),
        "deeds": [(state.value, said(verb)) for state, verb in DEEDS.items()],
        "filtered": wanted != PeopleFilter(),
        "query": request.GET.urlencode(),
    }
    return render(request, "web/programme/people.html", content)


@require_POST
def move(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """What is done with those who are ticked. Raises NotEntitled, NotFound."""
    numbers = [int(each) for each in request.POST.getlist("number") if each.isdecimal() and len(each) < 19]  # noqa: PLR2004
    verbs = {state.value: state for state in DEEDS}
    to = verbs.get(request.POST.get("to", ""))
    if to is None:
        raise NotFound("step")
    try:
        moved = move_people(code, activity, numbers, to, by=person(request.user))
    except Refused as refusal:
        messages.error(request, say("{sentence} Nothing was changed.", sentence=refusal.sentence))
    else:
        sentence = say_count(
            "Noted for {number} person: {state}.",
            "Noted for {number} people: {state}.",
            moved,
            number=f"{moved:,}",
            state=said(to.label),
        )
        messages.success(request, sentence)
    return redirect("people", code, activity)


@require_safe
def statistics(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """By country and institution. Raises NotEntitled, NotFound."""
    content = people_frame(request, code, activity, "people-statistics")
    return render(
        request, "web/programme/people_statistics.html", content | {"counts": people_counts(content["activity"])}
    )


@require_safe
def export(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """The filtered list as a table. Raises NotEntitled, NotFound."""
    content = people_frame(request, code, activity, "people")
    answer = HttpResponse(people_csv(content["activity"], _wanted(request)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="people-{activity}.csv"'
    return answer


def _wanted(request: HttpRequest) -> PeopleFilter:
    asked = request.GET
    return PeopleFilter(
        words=asked.get("q", "")[:100].strip(),
        state=asked.get("state", "")[:20],
        country=asked.get("country", "")[:2],
        travel=asked.get("travel") == "yes",
    )
