"""The versions of a draft: who changed what, and two of them compared, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from comity.casework.queries.draft_versions import DraftVersions, draft_versions
from comity.casework.queries.request_page import request_page
from comity.casework.rules.translations import label_of, spec_of
from comity.people.access import person
from comity.web.components.version_changes import field_changes
from comity.web.pages.requests.head import head
from comity.web.pages.requests.version import MOST_DIGITS


@dataclass(frozen=True, slots=True)
class _Line:
    """A version as the list shows it; `labels` are the fields that changed in it."""

    version: int
    who: str
    at: datetime | None
    labels: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]


@require_safe
def versions(request: HttpRequest, reference: str) -> HttpResponse:
    """The list, and what differs; `?from=` and `?to=` choose two. Raises NotFound."""
    user = person(request.user)
    page = request_page(user, reference)
    if page.incoming:
        return redirect("request-data", page.line.reference)
    found = draft_versions(user, reference, earlier=_number(request, "from"), later=_number(request, "to"))
    pair = found.compared
    content = {
        **head(page, "request-versions"),
        "lines": _lines(found),
        "compared": pair,
        "changes": field_changes(pair.kind, pair.before, pair.after) if pair else (),
    }
    return render(request, "web/requests/versions.html", content)


def _lines(found: DraftVersions) -> list[_Line]:
    return [
        _Line(
            state.version,
            state.who,
            state.at,
            tuple(label_of(found.kind, name) for name in state.fields if spec_of(found.kind, name)),
            state.marks,
        )
        for state in found.states
    ]


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else 0
