"""Keeping filters of the list of requests: save, rename, delete. Every one leads back to the list."""

from __future__ import annotations

from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from comity.casework.actions.delete_filter import delete_filter
from comity.casework.actions.rename_filter import rename_filter
from comity.casework.actions.save_filter import save_filter
from comity.casework.queries.saved_filters import saved_filters
from comity.casework.rules.lists.request_filter import RequestFilter, request_filter
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say
from comity.people.access import person


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keeps the filter that the list showed. Raises NotEntitled."""
    wanted, user = _wanted(request), person(request.user)
    name = " ".join(request.POST.get("name", "").split())
    again = name in {one.name for one in saved_filters(user)}
    try:
        save_filter(name, wanted, by=user)
        messages.success(
            request,
            say("The filter “{name}” is kept, in place of the one that had this name.", name=name)
            if again
            else say("The filter “{name}” is kept.", name=name),
        )
    except Refused as problem:
        messages.error(request, str(problem))
    return _back(wanted)


@require_POST
def rename(request: HttpRequest, key: int) -> HttpResponse:
    """Raises NotFound, for somebody else's too."""
    try:
        rename_filter(key, request.POST.get("name", ""), by=person(request.user))
        messages.success(request, say("The filter has its new name."))
    except Refused as problem:
        messages.error(request, str(problem))
    return _back(_wanted(request))


@require_POST
def delete(request: HttpRequest, key: int) -> HttpResponse:
    """Raises NotFound, for somebody else's too."""
    delete_filter(key, by=person(request.user))
    messages.success(request, say("The filter is deleted. No request was touched."))
    return _back(_wanted(request))


def _wanted(request: HttpRequest) -> RequestFilter:
    return request_filter(dict(parse_qsl(request.POST.get("query", "")[:2000])))


def _back(wanted: RequestFilter) -> HttpResponse:
    return redirect(f"{reverse('requests')}{'?' if wanted.query else ''}{wanted.query}")
