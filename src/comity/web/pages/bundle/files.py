"""Files of a bundle, to save and never to show: one by one, and all of them as one ZIP file with a list of hashes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from comity.casework.queries.bundle_page import attachment_file, bundle_parts
from comity.casework.rules.bundle.zip_stream import zip_stream
from comity.people.access import person


@require_safe
def one(request: HttpRequest, reference: str, number: int) -> HttpResponseBase:
    """The file, byte for byte. Raises NotFound."""
    file = attachment_file(person(request.user), reference, number)
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Length"] = len(file.content)
    return to_save(response, file.name)


@require_safe
def whole(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Letter, attachments and SHA256SUMS, written as they are sent. Raises NotFound."""
    parts = bundle_parts(person(request.user), reference)
    response = StreamingHttpResponse(zip_stream(parts), content_type="application/zip")
    return to_save(response, f"{reference.upper()[:30]}-bundle.zip")


def to_save(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """For this visitor alone; a browser that opens it all the same runs nothing of it and guesses no other sort."""
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
