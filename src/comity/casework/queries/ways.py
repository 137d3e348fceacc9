"""The routes from an intake to the data: asks the planner what the intake says, and adds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure
from comity.casework.models.intake import Intake
from comity.casework.queries.zone import country_zone
from comity.casework.rules.intake import NeedAnswer
from comity.casework.rules.prefill import Asked
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.routes.queries.plan import PlanView, plan_view
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.question import Question


def plan_of(intake: Intake, user: User, criterion: Criterion = Criterion.TIME) -> PlanView:
    """The plan for what `intake` needs, today where `user` is. The intake must have answered what is needed."""
    need = needed(intake)
    question = Question(
        requester=settings.ENV.country,
        requested=need.requested_country,
        measure=need.measure,
        day=clock.today(user.zone),
        data=need.widest,
        urgent=need.urgent,
    )
    return plan_view(node_snapshot(), question, criterion)


def needed(intake: Intake) -> NeedAnswer:
    """What the intake said it needs, as values."""
    return NeedAnswer(
        Measure(intake.measure),
        tuple(DataType(item) for item in intake.data),
        CountryCode(intake.requested_country),
        intake.urgent,
    )


def asked_through(route: Mapping[str, Any], country: CountryCode) -> Asked:
    """The authority that receives a request on `route` (as an intake keeps it); without a name if none is known."""
    identity = str(route.get("authority") or "")
    pack = node_snapshot().countries.get(country)
    named = {authority.id: authority.name for authority in pack.authorities} if pack else {}
    return Asked(country=country, authority=named.get(identity, ""), zone=country_zone(country), authority_id=identity)
