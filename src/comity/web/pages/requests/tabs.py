"""A request's tabs that only tell: timeline, data, way, chain, ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from comity.casework.queries.amendments import amendments_of
from comity.casework.queries.arrivals import arrival_of, arrived_file
from comity.casework.queries.request_page import RequestPage, request_page
from comity.casework.rules.form import FormField
from comity.casework.rules.registry import kind
from comity.casework.rules.translations import in_language
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.amended import corrected
from comity.web.components.field_texts import field_texts
from comity.web.components.signed_tile import signed_tile
from comity.web.components.story import story
from comity.web.pages.requests.head import head
from comity.web.planner.address import planner_address
from comity.web.planner.kept import kept_question, kept_way

WHOLE = 20_000
"""No field is longer: the data tab shows all of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One field that says something, or that lacks what is demanded."""

    label: str
    article: str
    texts: tuple[str, ...]
    gaps: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class SaidSection:
    number: str
    title: str
    fields: tuple[Said, ...]


@require_safe
def timeline(request: HttpRequest, reference: str) -> HttpResponse:
    """What happened, in sentences, the newest last. Raises NotFound, for a hidden request too."""
    user = person(request.user)
    page = request_page(user, reference)
    told = story(page.timeline, zone=user.zone)
    return render(request, "web/requests/timeline.html", {**head(page, "request"), "story": told})


@require_safe
def arrival(request: HttpRequest, reference: str) -> HttpResponse:
    """What arrived: the file, who signed it, what could not be read of it. Raises NotFound."""
    user = person(request.user)
    page = request_page(user, reference)
    came = arrival_of(user, reference) if page.incoming else None
    content = {"came": came, "tile": signed_tile(came.reading) if came else None}
    return render(request, "web/requests/arrival.html", {**head(page, "request-arrival"), **content})


@require_safe
def arrived(request: HttpRequest, reference: str) -> HttpResponse:
    """The file as it came, to save and never to show: nobody knows what is in it. Raises NotFound."""
    user = person(request.user)
    content = arrived_file(user, reference)
    came = arrival_of(user, reference)
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=(came.name if came else "") or f"{reference.upper()[:30]}.bin"
    )
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def data(request: HttpRequest, reference: str) -> HttpResponse:
    """Every field that says something, with its article; of an incoming one, what was corrected. Raises NotFound."""
    user = person(request.user)
    page = request_page(user, reference)
    amendments = amendments_of(user, reference) if page.incoming else None
    content = {
        "sections": _sections(page),
        "amendments": amendments,
        "corrections": corrected(kind(page.line.kind), amendments.every) if amendments else (),
    }
    return render(request, "web/requests/data.html", {**head(page, "request-data"), **content})


@require_safe
def way(request: HttpRequest, reference: str) -> HttpResponse:
    """The way as it was chosen, with its reasoning and the packs it stood on. Raises NotFound."""
    page = request_page(person(request.user), reference)
    kept = kept_way(page.plan)
    question = kept_question(page.plan) if kept else None
    content = {"way": kept, "question": question, "today": planner_address(question) if question else ""}
    return render(request, "web/requests/way.html", {**head(page, "request-way"), **content})


@require_safe
def chain(request: HttpRequest, reference: str) -> HttpResponse:
    """The tickets that this one follows and that follow it. Raises NotFound."""
    page = request_page(person(request.user), reference)
    return render(request, "web/requests/chain.html", head(page, "request-chain"))


@require_safe
def ledger(request: HttpRequest, reference: str) -> HttpResponse:
    """What the ledger holds about it, entry by entry. Raises NotFound."""
    page = request_page(person(request.user), reference)
    return render(request, "web/requests/ledger.html", head(page, "request-ledger"))


def _said(field: FormField) -> Iterator[Said]:
    """The field, where it says or lacks something, and what it says in another language."""
    spec = field.spec
    if field.gaps or field_texts(spec, field.value):
        texts = field.read or field_texts(spec, field.value, longest=WHOLE)
        yield Said(spec.label, spec.article, texts, field.gaps, bool(field.read))
    for language, text in field.beside.items():
        if texts := field_texts(spec, text, longest=WHOLE):
            yield Said(in_language(say(spec.label), language), spec.article, texts, (), exact=False)


def _sections(page: RequestPage) -> list[SaidSection]:
    sections = [
        SaidSection(
            section.number,
            section.title,
            tuple(said for field in section.fields if field.relevant for said in _said(field)),
        )
        for section in page.form.sections
    ]
    return [section for section in sections if section.fields]
