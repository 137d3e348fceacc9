"""What stands above every page of a request: its tabs, and the one thing this user does next."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from comity.casework.queries.request_page import RequestPage
from comity.casework.rules.transitions import Verb

TABS = (
    ("request", "Timeline"),
    ("request-letter", "Letter"),
    ("request-data", "Data"),
    ("request-way", "Way"),
    ("request-chain", "Chain"),
    ("request-ledger", "Ledger"),
)


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Next:
    """The primary action: where it leads, in words, with an icon."""

    label: str
    address: str
    icon: str


def tabs(page: RequestPage, here: str) -> tuple[Tab, ...]:
    """The tabs of the request; `here` is the name of the current one's address."""
    return tuple(Tab(label, reverse(name, args=[page.line.reference]), name == here) for name, label in TABS)


def next_action(page: RequestPage) -> Next | None:
    """What this user does next; None where the next step is somebody else's, or there is none."""
    found = _next(page)
    if found is None:
        return None
    name, label, icon = found
    return Next(label, reverse(name, args=[page.line.reference]), icon)


def _next(page: RequestPage) -> tuple[str, str, str] | None:
    if page.may(Verb.EDIT) and not page.form.complete:
        return "request-edit", "Go on filling in", "pencil"
    return _FORWARD[page.next_step.verb] if page.next_step else None


_FORWARD = {
    Verb.SUBMIT: ("request-check", "Check and send to approval", "list-check"),
    Verb.APPROVE: ("request-approval", "Read and approve", "checks"),
    Verb.SIGN: ("request-approval", "Sign the request", "writing-sign"),
    Verb.MARK_SENT: ("request-approval", "Mark as sent", "send"),
}
"""Where each step forward is taken, its words and its icon."""
