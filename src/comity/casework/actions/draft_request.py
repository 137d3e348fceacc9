"""Making an intake into a draft request, with everything filled in that the node knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from comity.casework.access import case_for, intake_for
from comity.casework.actions.create_draft import create_draft
from comity.casework.actions.open_case import open_case
from comity.casework.models.case import Case
from comity.casework.models.intake import Intake
from comity.casework.models.request import Request
from comity.casework.queries.footing import treaty_of_way
from comity.casework.queries.ways import asked_through
from comity.casework.rules.declaration import Kind
from comity.casework.rules.intake import Step
from comity.casework.rules.prefill import Requester, prefilled
from comity.casework.rules.refusal import refused
from comity.casework.rules.registry import kind_for
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.words import say
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def draft_request(
    intake_id: UUID | str, *, requester: Requester, case_reference: str = "", case_title: str = "", by: User
) -> str:
    """A draft in the case given, or the intake's, or a new one of this title; returns the request's reference.

    Drafting an intake a second time gives the request that it became. Raises NotFound, NotEntitled, or Refused: a step
    is not answered, there is no kind of request for what is needed, neither a case nor a title is given.
    """
    intake = intake_for(by, intake_id, lock=True)
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    if intake.request is not None:
        return intake.request.reference
    kind = _kind(intake)
    case = _case(intake, case_reference, case_title, by)
    request = _draft(intake, kind, case, requester, by)
    intake.request, intake.case, intake.changed_at = request, case, clock.now()
    intake.save(update_fields=["request", "case", "changed_at"])
    return request.reference


def _kind(intake: Intake) -> Kind:
    if Step(intake.step) is not Step.FILL:
        raise refused("step", "Step", say("First answer: {label}", label=Step(intake.step).label))
    if kind := kind_for(intake.measure, _basis(intake.route["route"])):
        return kind
    raise refused(
        "measure",
        Step.NEED.label,
        say(
            "This node plans that measure but cannot draft a request for it yet. Preserve the data "
            "first, so that nothing is lost, and write the other request by hand."
        ),
    )


def _basis(route: Mapping[str, Any]) -> str:
    """What the chosen way rests on: a provision, or its channel alone."""
    return f"{route['instrument']}:{route['article']}" if route.get("instrument") else str(route.get("channel", ""))


def _case(intake: Intake, reference: str, title: str, by: User) -> Case:
    if reference:
        return case_for(by, reference)
    if intake.case is not None:
        return intake.case
    return case_for(by, open_case(title, by=by))


def _draft(intake: Intake, kind: Kind, case: Case, requester: Requester, by: User) -> Request:
    asked = asked_through(intake.route["route"], CountryCode(intake.requested_country))
    content = prefilled(
        kind,
        requester=requester,
        asked=asked,
        identifiers=[str(Identifier.from_json(item)) for item in intake.identifiers],
        data=intake.data,
        urgent=intake.urgent,
        today=clock.today(by.zone),
        treaty=treaty_of_way(kind, intake.route["route"]),
    )
    return create_draft(
        kind,
        content,
        case=case,
        requesting_country=CountryCode(requester.country),
        asked=asked,
        plan=intake.route,
        by=by,
    )
