"""Adding an attachment: to a request of ours, or what came along with somebody else's."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.keep_attachment import largest
from comity.casework.actions.receive_attachment import receive_attachment
from comity.casework.queries.bundle_page import BundlePage, bundle_page
from comity.casework.queries.request_page import RequestPage, request_page
from comity.casework.rules.refusal import Refused, refused
from comity.documents.rules.file_kind import TAKEN
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.web.components.complaints import complain
from comity.web.form import PlainForm
from comity.web.pages.bundle.forms import AddForm, CameForm, FileForm
from comity.web.pages.bundle.taken import Taken, taken
from comity.web.pages.requests.head import head
from comity.web.uploads import forged


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """The form, and by POST the attachment. Raises NotFound, NotAllowed, NotEntitled."""
    user = person(request.user)
    page, bundle = request_page(user, reference), bundle_page(user, reference)
    if request.method != "POST":
        if bundle.why_closed:
            messages.info(request, bundle.why_closed)
            return redirect("request-bundle", reference)
        return _page(request, page, _form(page, bundle))
    file = taken(request, largest())
    if refusal := forged(request):
        return refusal
    form = _form(page, bundle, request)
    if form.is_valid():
        try:
            _keep(page, form, file, user)
        except Refused as problem:
            complain(form, problem)
        else:
            messages.success(request, say("The file is kept with the request, with its hash."))
            return redirect("request-bundle", reference)
    return _page(request, page, form, status=422)


def _form(page: RequestPage, bundle: BundlePage, request: HttpRequest | None = None) -> PlainForm:
    data = request.POST if request else None
    if not page.incoming:
        return AddForm(data, there=bundle.attachments)
    return CameForm(data) if bundle.awaited is None else FileForm(data)


def _keep(page: RequestPage, form: PlainForm, file: Taken, user: Person) -> None:
    if file.problem:
        raise refused("file", "File", file.problem)
    keep = receive_attachment if page.incoming else add_attachment
    keep(page.line.reference, file.content, name=file.name, by=user, **form.cleaned_data)


def _page(request: HttpRequest, page: RequestPage, form: PlainForm, status: int = 200) -> HttpResponse:
    content = {**head(page), "form": form, "taken": TAKEN, "largest": largest()}
    return render(request, "web/bundle/add.html", content, status=status)
