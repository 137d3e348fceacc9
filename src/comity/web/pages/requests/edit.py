"""Filling in a request: the form of its kind, saved as one goes and by a button, with the letter beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.edit_request import edit_request
from comity.casework.queries.letter_languages import letter_languages
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import RequestPage, request_page
from comity.casework.queries.typed_letter import typed_letter
from comity.casework.queries.wording import wording
from comity.casework.rules.content import from_form
from comity.casework.rules.form import form as form_of
from comity.casework.rules.refusal import ChangedMeanwhile, Refused
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import Verb
from comity.casework.rules.translations import only_in, spec_of
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from comity.kernel.languages import CODES, LANGUAGES
from comity.people.access import Person, person
from comity.web.components.countries import all_countries
from comity.web.components.paper import paper
from comity.web.components.request_form import parts
from comity.web.components.wizard import FILL, of_request
from comity.web.components.zones import zone_names
from comity.web.pages.requests.head import head, not_ours
from comity.web.pages.requests.version import version_of

PAGES_OWN = frozenset({"csrfmiddlewaretoken", "version", "over", "then", "language", "beside"})
"""What the form posts beside the fields of the kind."""

SAVED = "request-saved"
"""The event by which the page learns that what was typed is saved."""


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, reference: str) -> HttpResponse:
    """The form, and what is typed into it kept. `?at=` opens the section of a field. Raises NotFound, NotAllowed."""
    user = person(request.user)
    page = request_page(user, reference)
    if elsewhere := not_ours(request, page):
        return elsewhere
    if request.method == "POST":
        return _save(request, user, page)
    if not page.may(Verb.EDIT):
        messages.info(request, next(step.why_not for step in page.steps if step.verb is Verb.EDIT))
        return redirect("request", page.line.reference)
    return _whole(
        request, page, {"parts": parts(page.form, at=request.GET.get("at", "")[:60], second=_second(page.languages))}
    )


def _save(request: HttpRequest, user: Person, page: RequestPage) -> HttpResponse:
    reference = page.line.reference
    typed = from_form(kind(page.line.kind), dict(request.POST.lists()), ignoring=PAGES_OWN)
    try:
        edit_request(
            reference, typed, version=version_of(request, "over", "version"), languages=_languages(request), by=user
        )
    except Refused as problem:
        return _troubled(request, user, page, typed, " ".join(gap.sentence for gap in problem.gaps))
    except ChangedMeanwhile as problem:
        return _troubled(request, user, page, typed, str(problem), over=problem.version)
    return _saved(request, user, page)


def _second(languages: Sequence[str]) -> str:
    """The language of the letter's second column; empty where it has one column."""
    known = [code for code in dict.fromkeys(languages) if code in CODES]
    return known[1] if len(known) > 1 else ""


def _languages(request: HttpRequest) -> list[str] | None:
    """Of the letter, as they were chosen; None where the form did not ask."""
    chosen = [request.POST.get(name, "")[:5] for name in ("language", "beside")]
    return [code for code in chosen if code] if any(chosen) else None


def _saved(request: HttpRequest, user: Person, before: RequestPage) -> HttpResponse:
    """Where the second column speaks another language now, the folds for it are drawn anew."""
    reference = before.line.reference
    on = reverse("request-check", args=[reference])
    if request.POST.get("then") == "check":
        return HttpResponseClientRedirect(on) if _scripted(request) else redirect(on)
    if not _scripted(request):
        messages.success(request, "Saved.")
        return redirect("request-edit", reference)
    page = request_page(user, reference)
    second = _second(page.languages)
    content = {
        **head(page),
        "parts": parts(page.form, second=second),
        "columns_changed": second != _second(before.languages),
        "saved_at": clock.now(),
    }
    return trigger_client_event(render(request, "web/requests/saved.html", content), SAVED)


def _troubled(
    request: HttpRequest,
    user: Person,
    page: RequestPage,
    typed: dict[str, Any],
    trouble: str,
    *,
    over: int | None = None,
) -> HttpResponse:
    """Nothing was saved, and nothing typed is lost: with scripts it still stands in the form, else it is put back."""
    declared = kind(page.line.kind)
    second = _second(_languages(request) or page.languages)
    known = only_in(second, {name: value for name, value in typed.items() if spec_of(declared, name)})
    drawn = form_of(declared, known, clock.today(user.zone))
    content = {
        "trouble": trouble,
        "over": over,
        "parts": parts(drawn, stored=page.content if over is not None else None, second=second),
        "form": drawn,
        "version": version_of(request),
    }
    if _scripted(request):
        return render(request, "web/requests/troubled.html", {**head(page), **content})
    return _whole(request, page, content, status=409 if over is not None else 422)


def _whole(request: HttpRequest, page: RequestPage, more: dict[str, Any], status: int = 200) -> HttpResponse:
    languages = letter_languages(
        page.line.kind,
        page.requested.country,
        page.content,
        tuple(_languages(request) or page.languages),
        translated=page.translated,
    )
    content = {
        **head(page),
        "form": page.form,
        "version": page.version,
        "wizard": of_request(FILL, page.line.reference, editable=False),
        "countries": all_countries(node_snapshot()),
        "zones": zone_names(),
        "letter_languages": LANGUAGES,
        "languages": languages,
        "wording": wording([code for code in languages.chosen if code in CODES]),
        "paper": paper(_letter(request, page)),
        **more,
    }
    return render(request, "web/requests/edit.html", content, status=status)


def _letter(request: HttpRequest, page: RequestPage) -> Letter:
    """What the form says: as it is saved, or as it was posted where nothing could be saved of it."""
    user, reference = person(request.user), page.line.reference
    if request.method == "POST":
        return typed_letter(user, reference, dict(request.POST.lists())).letter
    return request_letter(user, reference)


def _scripted(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))
