"""Answering one step of the wizard. A step may be answered again until the request is drafted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from comity.casework.access import intake_for
from comity.casework.models.intake import Intake
from comity.casework.queries.ways import plan_of
from comity.casework.rules.events import IntakeAnswered, intake_subject
from comity.casework.rules.intake import Step, hold_answer, left_out, need_answer, way_answer
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.identifiers.identify import identify
from comity.kernel.words import English, say, speaking
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.routes.rules.route import Status


@transaction.atomic
def answer_intake(intake_id: UUID | str, step: str, answer: Mapping[str, Any], *, by: User) -> Step:
    """Keep the answer to `step`; returns the step that comes next.

    Answers: hold `{"text", "without": [...]}`, the latter being identifiers to leave out; need `{"measure",
    "data": [...], "requested_country", "urgent": bool}`; way `{"route_key"}`, a route of the plan that the page shows.

    Raises NotFound, NotEntitled, or Refused, field by field.
    """
    intake = intake_for(by, intake_id, lock=True)
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    answered = _step(intake, step)
    _ANSWERS[answered](intake, answer, by)
    intake.step = _first_open(intake)
    intake.changed_at = clock.now()
    intake.save()
    record(IntakeAnswered(subject=intake_subject(intake.pk), step=answered.value), actor=by.actor)
    return Step(intake.step)


def _step(intake: Intake, name: str) -> Step:
    """The step of this name, if it can be answered: it comes no later than the first that was not answered yet."""
    if intake.request_id is not None:
        raise refused("step", "Step", say("This intake has become a request already. Go on with the request."))
    if name not in {step.value for step in _ANSWERS}:
        raise refused(
            "step",
            "Step",
            say("“{name}” is not a step that can be answered here. Go back to the intake.", name=name[:20]),
        )
    step = Step(name)
    if step.number > Step(intake.step).number:
        raise refused("step", "Step", say("First answer: {label}", label=say(Step(intake.step).label)))
    return step


def _first_open(intake: Intake) -> Step:
    """The first step without an answer: what is answered again may open a later one again, but loses no answer."""
    if not intake.text:
        return Step.HOLD
    if not intake.measure:
        return Step.NEED
    return Step.FILL if intake.route_key else Step.WAY


def _hold(intake: Intake, answer: Mapping[str, Any], _by: User) -> None:
    text = hold_answer(answer)
    with speaking(English()):  # what is kept is kept in English, whoever typed it
        found = identify(text).distinct
    kept = [one for one in found if str(one) not in left_out(answer)]
    if not found:
        raise refused(
            "text",
            say(Step.HOLD.label),
            say(
                "Nothing here is recognised as an identifier: no address, e-mail, account, telephone "
                "number or the like. Paste the line of the log or the header that names it."
            ),
        )
    if not kept:
        raise refused(
            "text", say(Step.HOLD.label), say("Every identifier is left out. Keep the one that the request is about.")
        )
    intake.text = text
    intake.identifiers = [one.as_json() for one in kept]
    _forget_route(intake)


def _need(intake: Intake, answer: Mapping[str, Any], _by: User) -> None:
    need = need_answer(answer, settings.ENV.country)
    intake.measure = need.measure
    intake.data = [item.value for item in need.data]
    intake.requested_country = need.requested_country
    intake.urgent = need.urgent
    _forget_route(intake)


def _way(intake: Intake, answer: Mapping[str, Any], by: User) -> None:
    key = way_answer(answer)
    with speaking(English()):  # the way is kept with the request, for readers of every language
        plan = plan_of(intake, by).as_json()
    route = next((route for route in plan["routes"] if route["key"] == key), None)
    if route is None:
        raise refused(
            "route_key",
            say(Step.WAY.label),
            say("This route is not in the plan any more. Choose from the routes shown."),
        )
    if route["status"] == Status.CLOSED:
        raise refused(
            "route_key",
            say(Step.WAY.label),
            say("This route is closed. {blockers} Choose another.", blockers=" ".join(route["blockers"])),
        )
    intake.route_key = key
    intake.route = {**{name: plan[name] for name in plan if name not in _OTHER_ROUTES}, "route": route}


def _forget_route(intake: Intake) -> None:
    """What is held or needed has changed, so the plan has."""
    intake.route_key = ""
    intake.route = {}


_OTHER_ROUTES = {"routes", "changed", "supposing"}

_ANSWERS: dict[Step, Callable[[Intake, Mapping[str, Any], User], None]] = {
    Step.HOLD: _hold,
    Step.NEED: _need,
    Step.WAY: _way,
}
