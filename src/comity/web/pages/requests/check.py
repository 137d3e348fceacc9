"""Checking a draft against its kind's articles, field by field, and sending it to approval."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.queries.letter_languages import letter_languages
from comity.casework.queries.request_page import RequestPage, request_page
from comity.casework.rules.refusal import ChangedMeanwhile, Incomplete
from comity.casework.rules.transitions import Verb
from comity.kernel.words import say
from comity.people.access import person
from comity.people.queries.users import users_with
from comity.people.rules.roles import Role
from comity.web.components.wizard import CHECK, of_request
from comity.web.pages.requests.head import head, not_ours
from comity.web.pages.requests.version import version_of


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """What is missing, with the article that asks for it; by POST, to approval. Raises NotFound, NotAllowed."""
    user, lacking = person(request.user), None
    if request.method == "POST":
        try:
            submit_for_review(reference, version=version_of(request), by=user)
        except Incomplete as problem:
            lacking = problem
        except ChangedMeanwhile as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, say("Sent to approval. An approver finds it on their desk."))
            return redirect("request", reference)
    page = request_page(user, reference)
    if elsewhere := not_ours(request, page):
        return elsewhere
    if lacking:
        messages.error(request, _why_not_sent(page, lacking))
    return _page(request, page, [other.display_name for other in users_with(Role.APPROVER) if other.id != user.pk])


def _why_not_sent(page: RequestPage, lacking: Incomplete) -> str:
    """The list of what is missing says it, save what only the letter itself shows."""
    if page.form.complete:
        return say("Not sent. {problem}", problem=lacking)
    return say("Not sent: something that the articles demand is missing. It is listed here.")


def _page(request: HttpRequest, page: RequestPage, approvers: list[str]) -> HttpResponse:
    editable = page.may(Verb.EDIT)
    content = {
        **head(page),
        "editable": editable,
        "may_submit": page.may(Verb.SUBMIT),
        "approvers": approvers,
        "languages": letter_languages(
            page.line.kind, page.requested.country, page.content, page.languages, translated=page.translated
        ),
        "wizard": of_request(CHECK, page.line.reference, editable=editable),
    }
    return render(request, "web/requests/check.html", content, status=422 if request.method == "POST" else 200)
