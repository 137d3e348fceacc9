"""What runs out: reminders first, then the clocks by the moment at which they end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from comity.casework.actions.see_reminder import see_reminder
from comity.casework.queries.reminders import reminders_of
from comity.casework.queries.running_clocks import running_clocks
from comity.kernel import clock
from comity.kernel.words import noted, say
from comity.people.access import Person, person
from comity.people.queries.roster import my_current_shift
from comity.web.way_back import way_back

MOST = 100
_WITHOUT_SHIFT = timedelta(hours=12)
_SPANS = {"shift": None, "7": timedelta(days=7), "30": timedelta(days=30), "all": None}
_WHOSE = {"all": None, "ours": True, "theirs": False}


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the list, as a link."""

    label: str
    address: str
    current: bool


@require_safe
def running(request: HttpRequest) -> HttpResponse:
    """`?within=` shift, 7, 30 or all; `?who=` all, ours or theirs. What is not understood is as if not said."""
    user = person(request.user)
    within, who = _said(request, "within", _SPANS, "30"), _said(request, "who", _WHOSE, "all")
    until = _until(user, within)
    lines = running_clocks(user, until=until, ours=_WHOSE[who], limit=MOST + 1)
    content = {
        "reminders": reminders_of(user),
        "lines": lines[:MOST],
        "more": len(lines) > MOST,
        "until": until,
        "spans": _choices("within", within, {"who": who}, _span_labels(user)),
        "whose": _choices(
            "who",
            who,
            {"within": within},
            {"all": noted("Both sides"), "ours": noted("We must act"), "theirs": noted("They must act")},
        ),
        "here": request.get_full_path(),
        "now": clock.now(),
    }
    return render(request, "web/clocks/page.html", content)


@require_POST
def seen(request: HttpRequest, number: int) -> HttpResponse:
    """Takes a reminder off the list. Raises NotFound, NotEntitled."""
    see_reminder(number, by=person(request.user))
    messages.success(request, say("Noted that you have seen it. The clock runs on."))
    return redirect(way_back(request, "next") or "clocks")


def _said(request: HttpRequest, name: str, known: Mapping[str, object], default: str) -> str:
    value = request.GET.get(name, default)
    return value if value in known else default


def _until(user: Person, within: str) -> datetime | None:
    if within == "shift":
        shift = my_current_shift(user)
        return shift.ends if shift else clock.now() + _WITHOUT_SHIFT
    span = _SPANS[within]
    return clock.now() + span if span else None


def _span_labels(user: Person) -> dict[str, str]:
    """Who is on duty looks as far as the shift goes, who is not, twelve hours."""
    shift = noted("On my shift") if my_current_shift(user) else noted("12 hours")
    return {"shift": shift, "7": noted("7 days"), "30": noted("30 days"), "all": noted("All")}


def _choices(name: str, current: str, others: dict[str, str], labels: dict[str, str]) -> list[Choice]:
    rest = "".join(f"&{key}={value}" for key, value in others.items())
    return [
        Choice(label, f"{reverse('clocks')}?{name}={value}{rest}", value == current) for value, label in labels.items()
    ]
