"""Correcting what was typed in of a request that arrived: the fields typed here, with the reason. The file's stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.amend_registered import amend_registered
from comity.casework.queries.amendments import Amendable, amendable
from comity.casework.rules.arrival.refusals import AlreadyRegistered
from comity.casework.rules.arrival.typed_here import NUMBER, NUMBER_LABEL
from comity.casework.rules.content import from_form
from comity.casework.rules.form import Form
from comity.casework.rules.form import form as form_of
from comity.casework.rules.refusal import ChangedMeanwhile, Refused
from comity.casework.rules.zones import day_where_written
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.rules.roles import Role
from comity.web.components.amended import Stood
from comity.web.components.complaints import complaints
from comity.web.components.countries import all_countries
from comity.web.components.field_texts import field_texts
from comity.web.components.request_form import Part, parts
from comity.web.components.zones import zone_names
from comity.web.pages.requests.version import version_of

PAGES_OWN = frozenset({"csrfmiddlewaretoken", "version", "reason", "another", NUMBER})
"""What the form posts beside the fields of the kind."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the form: the fields, the number, the reason; what is wrong with it."""

    values: Mapping[str, Any]
    number: str
    reason: str = ""
    problem: Refused | None = None
    meanwhile: ChangedMeanwhile | None = None
    version: int = 0


@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, reference: str) -> HttpResponse:
    """The form; by POST the correction. `?at=` opens the section of a field. Raises NotFound, NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    found = amendable(user, reference)
    if request.method != "POST":
        return _page(request, user, found, _Typed(found.content, found.their_reference, version=found.version))
    return _amend(request, user, found)


def _amend(request: HttpRequest, user: Person, found: Amendable) -> HttpResponse:
    typed = _posted(request, found)
    number, reason = request.POST.get(NUMBER), request.POST.get("reason", "")
    shown = _Typed({**found.content, **typed}, number or "", reason, version=version_of(request))
    try:
        amend_registered(
            found.reference,
            typed,
            their_reference=number,
            version=shown.version,
            reason=reason,
            another=bool(request.POST.get("another")),
            by=user,
        )
    except Refused as problem:
        return _page(request, user, found, replace(shown, problem=problem))
    except ChangedMeanwhile as problem:
        return _page(request, user, found, replace(shown, meanwhile=problem, version=problem.version))
    messages.success(
        request, say("Corrected. What stood before is kept below, and the ledger says who changed it and why.")
    )
    return redirect("request-data", found.reference)


def _posted(request: HttpRequest, found: Amendable) -> dict[str, Any]:
    """What the form can send, and whatever else was sent: a field that the file gave is refused by the action."""
    posted = dict(request.POST.lists())
    typed = from_form(found.kind, posted, ignoring=PAGES_OWN)
    return {name: value for name, value in typed.items() if name not in found.locked or name in posted}


def _page(request: HttpRequest, user: Person, found: Amendable, typed: _Typed) -> HttpResponse:
    known = {name: value for name, value in typed.values.items() if name in found.kind.fields}
    drawn = form_of(found.kind, known, day_where_written(known, found.received_at, user.zone))
    content = {
        "found": found,
        "typed": typed,
        "parts": _parts(request, drawn, found, meanwhile=typed.meanwhile is not None),
        "stays": _stays(drawn, found),
        "number_label": NUMBER_LABEL,
        "wrong": complaints(typed.problem) if typed.problem else {},
        "again": isinstance(typed.problem, AlreadyRegistered),
        "countries": all_countries(node_snapshot()),
        "zones": zone_names(),
    }
    status = 422 if typed.problem else 409 if typed.meanwhile else 200
    return render(request, "web/incoming/amend.html", content, status=status)


def _parts(request: HttpRequest, drawn: Form, found: Amendable, *, meanwhile: bool) -> list[Part]:
    """The sections; a field whose place depends on one that stays has its place, or has none, whatever is typed."""
    at, stored = request.GET.get("at", "")[:60], found.content if meanwhile else None
    return [_placed(part, found.locked) for part in parts(_without(drawn, found.locked), at=at, stored=stored)]


def _placed(part: Part, locked: frozenset[str]) -> Part:
    return replace(part, controls=tuple(replace(one, when="") if one.when in locked else one for one in part.controls))


def _without(drawn: Form, locked: frozenset[str]) -> Form:
    """The form with the fields that were typed here only; what is missing of the others is not for this page."""
    kept = []
    for section in drawn.sections:
        fields = tuple(
            one
            for one in section.fields
            if one.spec.name not in locked and (one.relevant or one.spec.requirement.field not in locked)
        )
        if fields:
            kept.append(replace(section, fields=fields, open_gaps=sum(len(one.gaps) for one in fields)))
    return replace(drawn, sections=tuple(kept))


def _stays(drawn: Form, found: Amendable) -> list[Stood]:
    """What the file says, to be read beside the form."""
    fields = [one for section in drawn.sections for one in section.fields if one.spec.name in found.locked]
    return [Stood(one.spec.label, field_texts(one.spec, one.value)) for one in fields] + (
        [Stood(NUMBER_LABEL, (found.their_reference,))] if found.number_locked else []
    )
