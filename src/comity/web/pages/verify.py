"""Verifying a document: anybody drops a PDF and sees who signed it and whether it is whole. Keeps nothing."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comity.documents.queries.verification import verify
from comity.documents.rules.judgement import LARGEST_FILE
from comity.documents.rules.verification import Verification
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.web.components.attached import attached
from comity.web.components.verdict import verdict_tile
from comity.web.uploads import TooLarge, uploaded

_TOO_LARGE = sayable(
    "The file is larger than {count} MB. Letters of this system are far smaller: check that you chose the right file.",
    count=LARGEST_FILE // 1024 // 1024,
)
_NO_FILE = noted("No file arrived, or it is empty. Choose the PDF first, then press the button.")


@login_not_required
@csrf_exempt  # it changes nothing, and the middleware's look at the form would put the file on the disk
@require_http_methods(["GET", "HEAD", "POST"])
def verify_document(request: HttpRequest) -> HttpResponse:
    """The form, and after a POST the verdict on the file in it."""
    if request.method != "POST":
        return _page(request)
    try:
        pdf = uploaded(request, "document", limit=LARGEST_FILE)
    except TooLarge:
        return _page(request, problem=_TOO_LARGE)
    if not pdf:
        return _page(request, problem=_NO_FILE)
    return _page(request, verification=verify(pdf))


def _page(request: HttpRequest, *, problem: str = "", verification: Verification | None = None) -> HttpResponse:
    content: dict[str, Any] = {"problem": problem}
    if verification:
        content |= {
            "verification": verification,
            "tile": verdict_tile(verification.verdict),
            "attached": attached(verification.request),
            "signatures": [(one, verification.about(one.number)) for one in verification.signed],
            "of_file": verification.about(0),
        }
    return render(request, "web/verify/page.html", content, status=422 if problem else 200)
