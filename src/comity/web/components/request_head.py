"""What stands above every page of a request: its tabs, and the one thing this user does next."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from comity.casework.queries.handling import StepChoice
from comity.casework.queries.request_page import RequestPage
from comity.casework.rules.bundle.gaps import FIELD
from comity.casework.rules.handling.table import Step
from comity.casework.rules.transitions import Verb
from comity.kernel.words import noted

OUTGOING = (
    ("request", "Timeline"),
    ("request-letter", "Letter"),
    ("request-bundle", noted("Bundle")),
    ("request-data", "Data"),
    ("request-versions", "Versions"),
    ("request-way", "Way"),
    ("request-clocks", "Clocks"),
    ("request-chain", "Chain"),
    ("request-ledger", "Ledger"),
)
INCOMING = (
    ("request", "Timeline"),
    ("request-arrival", noted("What arrived")),
    ("request-bundle", noted("Bundle")),
    ("request-data", "Data"),
    ("request-clocks", "Clocks"),
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
    every = INCOMING if page.incoming else OUTGOING
    return tuple(Tab(label, reverse(name, args=[page.line.reference]), name == here) for name, label in every)


def next_action(page: RequestPage) -> Next | None:
    """What this user does next; None where the next step is somebody else's, or there is none."""
    if page.next_handling:
        return step_link(page, page.next_handling)
    found = _next(page)
    if found is None:
        return None
    name, label, icon = found
    return Next(label, reverse(name, args=[page.line.reference]), icon)


def other_steps(page: RequestPage) -> tuple[Next, ...]:
    """What else this user can record now: the menu beside the primary action."""
    return tuple(step_link(page, choice) for choice in page.other_steps)


def step_link(page: RequestPage, choice: StepChoice) -> Next:
    """The way to the page of a step; a call-back that the law wants has a page that says whom to call."""
    reference, icon = page.line.reference, STEP_ICONS[choice.step]
    if choice.step is Step.CALL_BACK and page.call_back:
        return Next(choice.label, reverse("request-call-back", args=[reference]), icon)
    return Next(choice.label, reverse("request-step", args=[reference, choice.step]), icon)


def _next(page: RequestPage) -> tuple[str, str, str] | None:
    if page.may(Verb.EDIT) and not page.form.complete:
        if all(gap.field == FIELD for gap in page.form.gaps):
            return "request-bundle", noted("Look at the attachments"), "paperclip"
        return "request-edit", noted("Go on filling in"), "pencil"
    return _FORWARD[page.next_step.verb] if page.next_step else None


_FORWARD = {
    Verb.SUBMIT: ("request-check", noted("Check and send to approval"), "list-check"),
    Verb.APPROVE: ("request-approval", noted("Read and approve"), "checks"),
    Verb.SIGN: ("request-approval", noted("Sign the request"), "writing-sign"),
    Verb.MARK_SENT: ("request-approval", noted("Mark as sent"), "send"),
}
"""Where each step forward is taken, its words and its icon."""

STEP_ICONS = {
    Step.ACKNOWLEDGE: "mail-check",
    Step.ASK: "question-mark",
    Step.COMPLETE: "check",
    Step.CONSULT: "message",
    Step.RESUME: "refresh",
    Step.FORWARD: "mail-forward",
    Step.SERVE: "gavel",
    Step.CALL_BACK: "phone",
    Step.CONDITION: "lock",
    Step.PRESERVE: "shield-check",
    Step.GIVE_PART: "circle-half-2",
    Step.EXECUTE: "circle-check",
    Step.EXECUTE_PARTLY: "circle-half-2",
    Step.REFUSE: "ban",
    Step.POSTPONE: "hourglass",
    Step.WITHDRAW: "circle-x",
}
