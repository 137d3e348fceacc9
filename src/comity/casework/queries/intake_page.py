"""One intake: what was said so far, what was recognised, and the ways that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from comity.casework.models.intake import Intake
from comity.casework.queries.visible import intake_of
from comity.casework.queries.ways import plan_of
from comity.casework.rules.chips import Recognised, recognised
from comity.casework.rules.intake import Step
from comity.kernel.identifiers.identifier import Identifier
from comity.people.models.user import User
from comity.routes.queries.plan import PlanView
from comity.routes.rules.criteria import Criterion


@dataclass(frozen=True, slots=True)
class IntakePage:
    """`plan` is None before it is known what is needed. `step` is the first that has no answer yet; `left_out` are the
    chips' texts that the request shall not be about."""

    id: UUID
    step: Step
    text: str
    recognised: Recognised
    left_out: frozenset[str]
    measure: str
    data: tuple[str, ...]
    requested_country: str
    urgent: bool
    route_key: str
    plan: PlanView | None
    case_reference: str
    case_title: str
    request_reference: str


def intake_page(user: User, identity: UUID | str, criterion: Criterion = Criterion.TIME) -> IntakePage:
    """Raises NotFound, for somebody else's intake too."""
    intake = intake_of(Intake.objects.select_related("case", "request"), user, identity)
    found = recognised(intake.text)
    kept = {str(Identifier.from_json(item)) for item in intake.identifiers}
    return IntakePage(
        id=intake.pk,
        step=Step(intake.step),
        text=intake.text,
        recognised=found,
        left_out=frozenset(chip.text for chip in found.chips if chip.text not in kept),
        measure=intake.measure,
        data=tuple(intake.data),
        requested_country=intake.requested_country,
        urgent=intake.urgent,
        route_key=intake.route_key,
        plan=plan_of(intake, user, criterion) if intake.measure else None,
        case_reference=intake.case.reference if intake.case else "",
        case_title=intake.case.title if intake.case else "",
        request_reference=intake.request.reference if intake.request else "",
    )
