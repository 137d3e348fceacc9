"""The letter of a request: pictures of its pages, and the PDF to save. Before the signature both say DRAFT."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.casework.queries.letter_file import LetterForm, letter_file
from comity.casework.queries.letter_languages import languages_of
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.queries.request_state import request_state
from comity.casework.queries.wording import wording
from comity.documents.queries.documents import document, document_content
from comity.documents.queries.preview import draft_pdf
from comity.documents.rules.printable import NotPrintable
from comity.documents.rules.view import NotKept
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.web.components.letter_pages import edition, pages_of, pages_of_document
from comity.web.pages.requests.head import head


@require_safe
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter's tab; `?pages=shown` sets it at once, for who runs no scripts. Raises NotFound."""
    user = person(request.user)
    page = request_page(user, reference)
    if page.incoming:
        return redirect("request-arrival", page.line.reference)
    content = head(page, "request-letter")
    content["document"] = document(page.document) if page.document else None
    if request.GET.get("pages") == "shown":
        content |= _pictures(user, page.line.reference)
    return render(request, "web/requests/letter.html", content)


@require_safe
def preview(request: HttpRequest, reference: str) -> HttpResponse:
    """The pictures alone, for htmx; what keeps the letter from being set is said in their place. Raises NotFound."""
    return render(request, "web/requests/preview.html", _pictures(person(request.user), reference))


@require_safe
def picture(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One page as PNG. Raises NotFound; a page that the letter has not is a 404."""
    user = person(request.user)
    try:
        pages, _ = _set(user, reference)
    except NotPrintable as problem:
        raise Http404(str(problem)) from problem
    if not 0 < number <= len(pages):
        raise Http404(say("The letter has no such page."))
    return _file(pages[number - 1], "image/png", "inline", f"{reference.upper()[:30]}-{number}.png")


@require_safe
def pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter to save: signed once it is, else with DRAFT across it. Raises NotFound."""
    user = person(request.user)
    page = request_page(user, reference)
    if page.document:
        name = document(page.document).file_name
        return _file(document_content(page.document), "application/pdf", "attachment", name)
    try:
        made = draft_pdf(request_letter(user, reference))
    except NotPrintable as problem:
        content = {**head(page, "request-letter"), "problem": str(problem)}
        return render(request, "web/requests/letter.html", content, status=422)
    return _file(made, "application/pdf", "attachment", f"{page.line.reference}-{page.line.kind}-draft.pdf")


@require_safe
def file(request: HttpRequest, reference: str, form: str) -> HttpResponse:
    """The letter to edit, to read or for a program: without its signature, as it says itself. Raises NotFound."""
    user = person(request.user)
    try:
        found = letter_file(user, reference, LetterForm(form))
    except NotPrintable as problem:
        content = {**head(request_page(user, reference), "request-letter"), "problem": str(problem)}
        return render(request, "web/requests/letter.html", content, status=422)
    inline = found.form is LetterForm.TEXT
    return _file(found.content, found.form.media_type, "inline" if inline else "attachment", found.name)


def _pictures(user: Person, reference: str) -> dict[str, Any]:
    languages = languages_of(user, reference)
    content = {"languages": languages, "wording": wording(languages.chosen)}
    try:
        pages, name = _set(user, reference)
    except NotPrintable as problem:
        return {**content, "problem": str(problem), "pictures": ()}
    addresses = [reverse("request-picture", args=[reference, number]) for number in range(1, len(pages) + 1)]
    return {**content, "pictures": [f"{address}?v={name}" for address in addresses], "problem": ""}


def _set(user: Person, reference: str) -> tuple[tuple[bytes, ...], str]:
    """The pages, and a name for this state of them. What was signed is shown as it was set then.

    Raises NotFound; NotPrintable.
    """
    issued = request_state(user, reference).document
    if issued:
        try:
            return pages_of_document(issued), str(issued)[:8]
        except NotKept:
            pass  # an older letter, which its form sets again as it did then
    paper = request_letter(user, reference)
    return pages_of(paper, draft=not issued), edition(paper)


def _file(content: bytes, kind: str, disposition: str, name: str) -> HttpResponse:
    """What is about a case is for this visitor alone, and stays in no cache."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'{disposition}; filename="{name}"'
    response["Content-Length"] = len(content)
    response["Cache-Control"] = "private, no-store"
    return response
