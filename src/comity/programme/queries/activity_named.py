"""An activity named in a text of another floor: “Workshop (project/activity)”. Changes nothing."""

from __future__ import annotations

import re
from datetime import date

from django.db.models import Q

from comity.programme.models import Activity

_NAMED = re.compile(r"\(([a-z0-9-]+)/([a-z0-9-]+)\)\s*\Z")
MOST = 100
"""Choices that a form offers: the latest."""


def activity_choices(country: str, limit: int = 200) -> tuple[str, ...]:
    """The activities that a country hosts or takes part in, as a text that names each; none longer than `limit`."""
    rows = Activity.objects.filter(Q(host=country) | Q(countries__contains=[country])).order_by("-ends", "id")
    named = rows.values_list("title", "project__code", "code")[:MOST]
    return tuple(text for row in named if len(text := naming(*row)) <= limit)


def naming(title: str, project: str, code: str) -> str:
    """How a text names an activity."""
    return f"{title} ({project}/{code})"


def activity_named(text: str) -> tuple[str, str, date] | None:
    """Project, code and last day of the activity that the text names at its end, if there is such a one."""
    found = _NAMED.search(text)
    if not found:
        return None
    row = Activity.objects.filter(project__code=found[1], code=found[2]).values_list("ends", flat=True).first()
    return (found[1], found[2], row) if row else None
