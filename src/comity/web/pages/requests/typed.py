"""The letter as it would say what stands in the form at this moment: beside the form while one types. Saves nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from comity.casework.queries.typed_letter import typed_letter
from comity.casework.queries.wording import wording
from comity.people.access import person
from comity.web.components.paper import paper


@require_POST
def typed(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter of what is posted: a part of the form's page, or for whoever runs no scripts a page of its own.

    Raises NotFound, for a request that is signed or that others wrote too.
    """
    found = typed_letter(person(request.user), reference, dict(request.POST.lists()))
    scripted = bool(getattr(request, "htmx", False))
    template = "web/requests/paper.html" if scripted else "web/requests/typed.html"
    content = {
        "paper": paper(found.letter),
        "reference": found.letter.reference,
        "languages": found.languages,
        "wording": wording(found.languages.chosen),
    }
    return render(request, template, content)
