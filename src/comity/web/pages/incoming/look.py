"""Looking before registering: who signed what arrived, what was read, what is missing; then it becomes a ticket."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.register_request import register_request
from comity.casework.actions.type_arrival import type_arrival
from comity.casework.queries.arrivals import ArrivalView, arrival_page
from comity.casework.queries.case_list import case_list
from comity.casework.queries.followed import followed_by
from comity.casework.rules.arrival.refusals import AlreadyRegistered
from comity.casework.rules.form import Form
from comity.casework.rules.form import form as form_of
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kinds
from comity.casework.rules.zones import day_where_written
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.rules.roles import Role
from comity.web.components.complaints import complaints
from comity.web.components.countries import all_countries
from comity.web.components.field_texts import field_texts
from comity.web.components.happened import Happened, happened_now, moment_of
from comity.web.components.signed_tile import signed_tile
from comity.web.pages.incoming.aside import lying_aside

ANSWERS = ("happened_on", "happened_time", "channel", "oral", "their_reference", "case", "case_title", "follows")
_LONGEST = 300


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, identity: UUID) -> HttpResponse:
    """What was read; by POST it is registered, or kept to be typed in. Raises NotFound, NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    came = arrival_page(user, identity)
    if came.request:
        return redirect("request", came.request)
    if came.set_aside:
        return lying_aside(request, came)
    if request.method != "POST":
        return _page(request, user, came, _begun(user, came))
    answers = {name: request.POST.get(name, "")[:_LONGEST] for name in ANSWERS}
    country = request.POST.get("requesting_country", "")[:2]
    try:
        _keep(user, came, request.POST.get("kind", came.kind)[:40], country, answers)
    except Refused as problem:
        return _page(request, user, came, answers, problem)
    if request.POST.get("then") != "register":
        return redirect("incoming-content", came.id)
    return _register(request, user, arrival_page(user, identity), answers)


def _keep(user: Person, came: ArrivalView, kind: str, country: str, answers: dict[str, str]) -> None:
    content = {"requesting_country": country} if country and kind in kinds() else {}
    type_arrival(came.id, kind=kind, content=content, answers=answers, by=user)


def _register(request: HttpRequest, user: Person, came: ArrivalView, answers: dict[str, str]) -> HttpResponse:
    try:
        reference = register_request(
            came.kind,
            came.content,
            received_at=moment_of(_happened(user, answers), user.zone, field="happened_at", label=say("Received")),
            channel=answers["channel"],
            oral=bool(answers["oral"]),
            their_reference=answers["their_reference"],
            case_reference="" if answers["follows"] else answers["case"],
            case_title=answers["case_title"],
            follows=answers["follows"],
            arrival=came.id,
            another=bool(request.POST.get("another")),
            by=user,
        )
    except Refused as problem:
        return _page(request, user, came, answers, problem)
    except NotFound:
        messages.error(request, say("There is no such case or request, or you have no part in it. Check the number."))
        return _page(request, user, came, answers, status=422)
    messages.success(request, say("Registered as {reference}. Nothing has been answered yet.", reference=reference))
    return redirect("request", reference)


def _begun(user: Person, came: ArrivalView) -> dict[str, str]:
    """What the page begins with: what was typed before, else what the file says."""
    now = happened_now(clock.now(), user.zone)
    return {
        "happened_on": now.day,
        "happened_time": now.time,
        "channel": "E-mail" if came.reading.medium == "eml" else "",
        "oral": "",
        "their_reference": came.reading.their_reference,
        "case": "",
        "case_title": "",
        "follows": followed_by(user, came.content),
        **came.answers,
    }


def _happened(user: Person, answers: dict[str, str]) -> Happened:
    place = happened_now(clock.now(), user.zone).place
    return Happened(answers.get("happened_on", ""), answers.get("happened_time", ""), place)


def _read(drawn: Form) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """What was read, by section: label and texts of each field that says something."""
    sections = [
        (
            section.title,
            [(field.spec.label, texts) for field in section.fields if (texts := field_texts(field.spec, field.value))],
        )
        for section in drawn.sections
    ]
    return [(title, fields) for title, fields in sections if fields]


def _page(
    request: HttpRequest,
    user: Person,
    came: ArrivalView,
    answers: dict[str, str],
    problem: Refused | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    declared = kinds().get(came.kind)
    today = day_where_written(came.content, clock.now(), user.zone)
    drawn = form_of(declared, came.content, today) if declared else None
    content: dict[str, Any] = {
        "came": came,
        "tile": signed_tile(came.reading),
        "kind": declared,
        "kinds": sorted(kinds().values(), key=lambda kind: kind.label),
        "form": drawn,
        "read": _read(drawn) if drawn else [],
        "answers": answers,
        "happened": _happened(user, answers),
        "wrong": complaints(problem) if problem else {},
        "registered": problem.reference if isinstance(problem, AlreadyRegistered) else "",
        "again": isinstance(problem, AlreadyRegistered) and not problem.sure,
        "country": str(came.content.get("requesting_country", "")).upper(),
        "countries": all_countries(node_snapshot()),
        "cases": case_list(user).lines,
    }
    return render(request, "web/incoming/look.html", content, status=422 if problem else status)
