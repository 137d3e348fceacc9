"""The scores of a country over the years as a picture of its own, so that its page need not wait for it. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.kernel.country import CountryCode
from comity.stateofplay.queries.node_priorities import node_courses, node_priorities
from comity.stateofplay.rules.matrix import heading
from comity.stateofplay.rules.pictures.course import course
from comity.web.atlas.day_form import day_asked
from comity.web.pages.stateofplay.pictures import picture_response
from comity.web.pages.stateofplay.priorities import days_of


@login_not_required
@require_safe
def course_chart(request: HttpRequest, code: str) -> HttpResponse:
    """For the years of the page. Raises Http404 for no country, and where no priorities are loaded."""
    try:
        known = str(CountryCode(code))
    except ValueError:
        raise Http404 from None
    found = node_priorities(day_asked(request).day, countries=[known])
    if found is None:
        raise Http404
    days, _ = days_of(request.GET.get("years", ""), found)
    scores = [(f"{each.number}. {each.name}", each.scores) for each in node_courses(days, known)]
    return picture_response(request, course(heading(known), scores), f"priorities-{known}")
