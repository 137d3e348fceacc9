"""Choosing the language of the pages: for everyone, signed in or not."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import require_POST

from comity.kernel.languages import language_of
from comity.people.access import person
from comity.people.actions.choose_language import choose_language as keep_with_account
from comity.web.way_back import kept


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keeps the choice in a cookie, and with the account where one is signed in.

    Returns to the page it was made on (only to a page of this node).
    """
    try:
        language = language_of(request.POST.get("language", ""))
    except ValueError as problem:
        return HttpResponseBadRequest(str(problem), content_type="text/plain; charset=utf-8")
    if request.user.is_authenticated:
        keep_with_account(person(request.user), language)
    return kept(request, settings.LANGUAGE_COOKIE_NAME, language.code)
