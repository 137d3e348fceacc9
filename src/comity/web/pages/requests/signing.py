"""The signatures of a request: who is asked, and letters that are signed in somebody's own software."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from comity.casework.actions.ask_for_signatures import ask_for_signatures
from comity.casework.actions.prepare_letter import prepare_letter
from comity.casework.actions.upload_signed_letter import upload_signed_letter
from comity.casework.queries.letter_to_sign import letter_to_sign
from comity.casework.queries.request_page import request_page
from comity.casework.rules.refusal import Refused
from comity.documents.rules.judgement import LARGEST_FILE
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.complaints import complain
from comity.web.pages.requests.approval import decide, decide_in_words
from comity.web.pages.requests.approval_page import approval_response
from comity.web.pages.requests.signing_forms import AskForm, UploadForm
from comity.web.pages.requests.version import version_of
from comity.web.uploads import TooLarge, forged, uploaded

_TOO_LARGE = f"The file is larger than {LARGEST_FILE // 1024 // 1024} MB. A signed letter is far smaller."


@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    form = AskForm(request.POST)
    user = person(request.user)
    before, after = form.data.get("before", ""), form.data.get("after", "")
    return decide_in_words(
        request,
        reference,
        form,
        "asking",
        lambda: ask_for_signatures(reference, before=before, after=after, by=user),
        say("Noted. The letter is ready to send once all of them have signed."),
    )


@require_POST
def prepare(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    user = person(request.user)
    return decide(
        request,
        reference,
        lambda: prepare_letter(reference, version=version_of(request), by=user),
        say("The letter is set. Download it, sign it in your own software, and upload it."),
    )


@require_safe
def to_sign(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter as it stands, to be signed elsewhere. Raises NotFound."""
    name, content = letter_to_sign(person(request.user), reference)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_POST
def upload(request: HttpRequest, reference: str) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    user, problem, content = person(request.user), "", b""
    try:
        content = uploaded(request, "document", limit=LARGEST_FILE)
    except TooLarge:
        problem = _TOO_LARGE
    if refusal := forged(request):
        return refusal
    form = UploadForm(request.POST, request.FILES)
    if problem:
        form.is_valid()
        form.errors.clear()
        form.add_error("document", problem)
    elif form.is_valid():
        try:
            count = upload_signed_letter(reference, content, by=user)
        except Refused as found:
            complain(form, found)
        else:
            messages.success(request, f"{'The signature is' if count == 1 else f'{count} signatures are'} added.")
            return redirect("request-approval", reference)
    return approval_response(request, request_page(user, reference), uploading=form)
