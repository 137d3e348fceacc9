"""The files that an activity keeps: giving one out, attaching, removing. Shows no page of its own."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from comity.casework.rules.refusal import NotFound
from comity.kernel import sayable
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.actions.attach_document import attach_document
from comity.programme.actions.remove_document import remove_document
from comity.programme.queries.activity_page import document_file
from comity.programme.rules.document_file import LARGEST, TOO_LARGE
from comity.web.pages.programme.activity import activity_response
from comity.web.pages.programme.activity_forms import AttachForm
from comity.web.pages.programme.download import download
from comity.web.pages.programme.frame import sees_inside
from comity.web.uploads import TooLarge, forged, uploaded


@login_not_required
@require_safe
def document(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """The file, to keep: a browser never opens it here. Raises NotFound, for what is not public too."""
    found = document_file(code, activity, number)
    if not found.public and not sees_inside(request):
        raise NotFound("document")
    return download(found.content, found.media, found.file)


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_POST
def attach(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    problem, content = "", b""
    try:
        content = uploaded(request, "file", limit=LARGEST)
    except TooLarge:
        problem = sayable.said(TOO_LARGE)
    if refusal := forged(request):
        return refusal
    form = AttachForm(request.POST)
    if form.is_valid() and not problem:
        file = request.FILES.get("file")
        name = (file.name or "") if file else ""
        try:
            attach_document(code, activity, content, name=name, by=user, **form.cleaned_data)
        except Refused as refusal_of_it:
            problem = refusal_of_it.sentence
        else:
            messages.success(request, say("The document is kept."))
            return redirect("activity", code, activity)
    if problem:
        form.add_error(None, problem)
    return activity_response(request, code, activity, attach=form)


@require_POST
def remove(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    remove_document(code, activity, number, by=person(request.user))
    messages.success(request, say("The document is removed. The ledger keeps its digest."))
    return redirect("activity", code, activity)
