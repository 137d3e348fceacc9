"""One activity with everything: what, when, where, by what source, its documents, its story. Public; with forms for
those who may change it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.people.access import person
from comity.programme.queries.activity_cost import activity_cost
from comity.programme.queries.activity_page import ActivityPage, activity_page
from comity.programme.queries.activity_story import activity_story
from comity.programme.rules.activity import NEXT
from comity.stateofplay.queries.follow_ups_by_activity import follow_ups_by_activity
from comity.web.components.activity_moments import activity_moments
from comity.web.pages.programme.activity_forms import AttachForm, ConfirmForm, MoveForm
from comity.web.pages.programme.frame import project_frame


@login_not_required
@require_safe
def activity(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Raises NotFound."""
    return activity_response(request, code, activity)


def activity_response(request: HttpRequest, code: str, activity: str, **forms: Any) -> HttpResponse:
    """The page; with a form that was sent and not taken (`move`, `confirm`, `attach`), its errors. Raises NotFound."""
    frame = project_frame(request, code, "")
    page = activity_page(code, activity, clock.today(), inside=frame["inside"])
    signed_in = request.user.is_authenticated
    story = activity_story(code, activity, adopted=bool(page.stated), inside=frame["inside"])
    content = frame | {
        "page": page,
        "followed": follow_ups_by_activity(f"({code}/{activity})"),
        "story": activity_moments(story, naming=signed_in),
        "costs": activity_cost(code, activity, clock.today()) if frame["inside"] else (),
        "zone": person(request.user).zone if signed_in else None,
        **(_forms(page) | forms if frame["may_change"] else {}),
    }
    return render(request, "web/programme/activity.html", content, status=422 if forms else 200)


def _forms(page: ActivityPage) -> dict[str, Any]:
    version = page.version
    return {
        "move": MoveForm(page.line.state, version) if NEXT[page.line.state] else None,
        "confirm": ConfirmForm(initial={"version": version}) if page.line.unconfirmed else None,
        "attach": AttachForm(),
    }
