"""The six steps from an identifier to a request that has left, and where each of them is. Decides no step itself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from comity.casework.rules.intake import Step
from comity.kernel.words import noted

LABELS = (
    Step.HOLD.label,
    Step.NEED.label,
    Step.WAY.label,
    Step.FILL.label,
    noted("Check and send to approval"),
    noted("Approve, sign, send"),
)
FILL, CHECK, APPROVAL = 4, 5, 6


@dataclass(frozen=True, slots=True)
class Wizard:
    """The step line of a page: `here` counts from 1, `addresses` open the steps that are done."""

    here: int
    addresses: tuple[str, ...] = ()
    labels: tuple[str, ...] = LABELS


def before_drafting(step: Step, intake: UUID | None = None) -> Wizard:
    """The line while there is only an intake; None where not even that has been kept."""
    names = ("intake-hold", "intake-need", "intake-way")
    return Wizard(step.number, tuple(reverse(name, args=[intake]) for name in names) if intake else ())


def of_request(here: int, reference: str, *, editable: bool) -> Wizard:
    """The line of a request's own steps; its way is kept with it, and can be read but not chosen again."""
    way = reverse("request-way", args=[reference])
    fill = reverse("request-edit", args=[reference]) if editable else ""
    return Wizard(here, ("", "", way, fill, reverse("request-check", args=[reference])))
