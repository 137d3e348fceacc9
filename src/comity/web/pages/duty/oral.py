"""Recording that the confirmation in writing of an oral request came."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from comity.casework.actions.confirm_oral_request import confirm_oral_request
from comity.casework.rules.refusal import Refused
from comity.kernel.words import say
from comity.people.access import person


@require_POST
def record_confirmation(request: HttpRequest, reference: str) -> HttpResponse:
    """It came just now; the request's page says so. Raises NotFound, NotEntitled."""
    try:
        confirm_oral_request(reference, channel=request.POST.get("channel", ""), by=person(request.user))
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, say("Recorded: the confirmation in writing came."))
    return redirect("request", reference)
