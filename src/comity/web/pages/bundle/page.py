"""The bundle of a request: the letter, its signature, and each file that goes along, with its hash and its state."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.casework.actions.remove_attachment import remove_attachment
from comity.casework.queries.bundle_page import bundle_page
from comity.casework.queries.request_page import request_page
from comity.casework.rules.letter_languages import names_of
from comity.casework.rules.refusal import Refused
from comity.documents.queries.documents import document
from comity.kernel.words import say
from comity.people.access import person
from comity.web.pages.requests.head import head


@require_safe
def bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, for a hidden request too."""
    user = person(request.user)
    page = request_page(user, reference)
    content = {
        **head(page, "request-bundle"),
        "bundle": bundle_page(user, reference),
        "document": document(page.document) if page.document else None,
        "letter_languages": names_of(page.languages),
    }
    return render(request, "web/bundle/page.html", content)


@require_POST
def remove(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    try:
        remove_attachment(reference, number, by=person(request.user))
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, say("Taken out. The ledger keeps its hash."))
    return redirect("request-bundle", reference)
