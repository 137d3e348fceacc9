"""The page of one step with a request: its form, what it would leave without ground, and what ought to come first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from comity.casework.models.arrival import Arrival
from comity.casework.models.request import Request
from comity.casework.queries.chain import ChainLink, dependents_of
from comity.casework.queries.competent import authorities_of
from comity.casework.queries.footing import cited_by_steps
from comity.casework.queries.handling import StepChoice, ticket_of
from comity.casework.queries.request_page import RequestPage, request_page
from comity.casework.queries.step_form import step_fields
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.declaration import Addressee
from comity.casework.rules.fields import FieldSpec
from comity.casework.rules.handling.cited import cited
from comity.casework.rules.handling.events import RequestConsulted
from comity.casework.rules.handling.missing_items import missing_items
from comity.casework.rules.handling.suggested_step import suggested_steps
from comity.casework.rules.handling.table import Step, known
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.registry import kind
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class StepPage:
    """`proposed` is what the form begins with; `dependents` follow the request and are still open.

    `consult_first`: a consultation belongs before this step, and none is recorded; `consult_article` wants it, where
    one is known. `authorities` are those of the country asked to which it may go on; any other can be written.
    """

    page: RequestPage
    choice: StepChoice
    fields: tuple[FieldSpec, ...]
    proposed: Mapping[str, Any]
    dependents: tuple[ChainLink, ...]
    consult_first: bool
    consult_article: str
    authorities: tuple[str, ...]


def step_page(user: User, reference: str, step: str, *, notice: str = "") -> StepPage:
    """`notice` is the reference of a notice whose answers the form begins with. Raises NotFound, for a step that this
    kind of request does not know too."""
    page = request_page(user, reference)
    row = request_of(visible_requests(user), reference)
    choice = next((each for each in page.handling if each.step == step), None)
    if choice is None or not known(choice.step, ticket_of(row, page.entries)):
        raise NotFound("step")
    ends = choice.step in {Step.REFUSE, Step.WITHDRAW}
    of_ours = page.incoming and kind(row.kind).addressee is Addressee.AUTHORITY
    consulted = any(entry.name == RequestConsulted.name for entry in page.entries)
    fields = step_fields(row, choice.step)
    names = {spec.name for spec in fields}
    proposed = {**_proposed(page, choice.step, consulted=consulted), **_noticed(user, notice, page, choice.step)}
    return StepPage(
        page=page,
        choice=choice,
        fields=fields,
        proposed={name: value for name, value in proposed.items() if name in names},
        dependents=dependents_of(row) if ends else (),
        consult_first=choice.step in {Step.REFUSE, Step.POSTPONE} and of_ours and not consulted,
        consult_article=cited("Article 27(6)", cited_by_steps(row)),
        authorities=_authorities(row) if choice.step is Step.FORWARD else (),
    )


def _proposed(page: RequestPage, step: Step, *, consulted: bool) -> dict[str, Any]:
    match step:
        case Step.ASK if page.incoming:
            return {"missing": list(missing_items(page.form.gaps, signed=_proven(page)))}
        case Step.ACKNOWLEDGE | Step.PRESERVE:
            return {"their_reference": page.line.their_reference}
        case Step.SERVE:
            return {"provider": page.content.get("service_provider", "")}
        case Step.EXECUTE | Step.EXECUTE_PARTLY:
            return {"data": page.content.get("data", [])}
        case Step.REFUSE:
            return {"consulted": consulted}
    return {}


def _authorities(row: Request) -> tuple[str, ...]:
    return authorities_of(CountryCode(row.requested_country), clock.today(ZoneInfo(row.requested_zone)))


def _proven(page: RequestPage) -> bool:
    """Whether what arrived was a signed file of a signer known here; what was typed in is not judged."""
    row = Arrival.objects.filter(request__reference=page.line.reference).values_list("reading", flat=True).first()
    signed = row["signed"] if row else None
    return row is None or row["medium"] == "typed" or (signed is not None and signed["verdict"] == "whole")


def _noticed(user: User, notice: str, page: RequestPage, step: Step) -> Mapping[str, Any]:
    if not notice:
        return {}
    row = visible_requests(user).filter(reference=notice[:30], follows__reference=page.line.reference).first()
    found = suggested_steps(row.kind, row.content) if row else ()
    return next((each.answers for each in found if each.step is step), {})
