"""What the office's pages of people at an activity share: its head, its tabs, and who may open them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from comity.kernel.sayable import said
from comity.kernel.words import noted
from comity.people.access import person
from comity.programme.access import expect_reader
from comity.programme.queries.registration import activity_of, registration_of
from comity.web.pages.programme.frame import project_frame

_PARTS = (
    ("people", noted("People")),
    ("people-statistics", noted("Statistics")),
    ("registration", noted("Registration")),
)


def people_frame(request: HttpRequest, code: str, activity: str, here: str) -> dict[str, Any]:
    """Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    frame = project_frame(request, code, "")
    line = activity_of(code, activity)
    parts = [
        {"label": said(label), "address": reverse(route, args=[code, activity]), "current": route == here}
        for route, label in _PARTS
    ]
    return frame | {"activity": line, "parts": parts, "terms": registration_of(line)}
