"""Ordering a sworn translation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.order_translation import order_translation
from comity.casework.queries.bundle_page import bundle_page
from comity.casework.queries.letter_languages import letter_languages
from comity.casework.queries.request_page import request_page
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.complaints import complain
from comity.web.pages.bundle.forms import OrderForm
from comity.web.pages.requests.head import head, not_ours


@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, reference: str) -> HttpResponse:
    """The form, and by POST the order. Raises NotFound, NotAllowed."""
    user = person(request.user)
    page, bundle = request_page(user, reference), bundle_page(user, reference)
    if elsewhere := not_ours(request, page):
        return elsewhere
    found = letter_languages(page.line.kind, page.requested.country, page.content, page.languages)
    form = OrderForm(
        request.POST if request.method == "POST" else None,
        there=bundle.attachments,
        accepted=found.accepted or (),
        chosen=page.languages,
    )
    if request.method != "POST" and bundle.why_closed:
        messages.info(request, bundle.why_closed)
        return redirect("request-bundle", reference)
    if request.method == "POST" and form.is_valid():
        try:
            number = order_translation(reference, by=user, **form.cleaned_data)
        except Refused as problem:
            complain(form, problem)
        else:
            messages.success(request, say("Ordered. When it comes, deliver it here."))
            return redirect("request-translation", reference, number)
    content = {**head(page), "form": form, "found": found}
    return render(request, "web/bundle/order.html", content, status=422 if request.method == "POST" else 200)
