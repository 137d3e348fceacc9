"""Importing a table into a project: upload, what is wrong with it by cell, then all of it or nothing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.access import expect_reader
from comity.programme.actions.importing.begin_import import begin_import
from comity.programme.actions.importing.discard_upload import discard_upload
from comity.programme.actions.importing.importable import IMPORTABLE, importable
from comity.programme.actions.importing.keep_upload import keep_upload
from comity.programme.queries.imports import import_lines, import_view
from comity.programme.rules.importing.counted import counted
from comity.programme.rules.importing.limits import LARGEST, TOO_LARGE
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.import_form import ImportForm
from comity.web.pages.programme.import_words import FROM_TABLE, HEADINGS, imported
from comity.web.uploads import MemoryUpload, forged

_SHOWN_ON = {"activities": "project-activities", "budget": "budget", "participants": "project-activities"}
"""The page that shows what was imported, by the name of its address."""


@require_safe
def first(request: HttpRequest, code: str) -> HttpResponse:
    """The first of what can be imported; its page names the others. Raises NotEntitled."""
    expect_reader(person(request.user))
    return redirect("import", code, next(iter(IMPORTABLE)))


@csrf_exempt  # checked below: the middleware's look at the form would put a large file on the disk
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, code: str, what: str) -> HttpResponse:
    """What columns a table has, and the upload that is checked. Raises NotEntitled, NotFound."""
    content = _content(request, code, what)
    form = ImportForm()
    if request.method == "POST":
        handler = MemoryUpload(LARGEST)
        request.upload_handlers = [handler]
        form = ImportForm(request.POST, request.FILES)
        if refusal := forged(request):
            return refusal
        if handler.size > LARGEST:
            form = ImportForm(request.POST, {"file": ContentFile(b"", "large")})
            form.add_error("file", said(TOO_LARGE))
        elif form.is_valid():
            number = _kept(request, code, what, form)
            if number:
                return redirect("import-run", code, what, number)
    content |= {"form": form, "uploads": import_lines(code, what), "columns": content["declaration"].columns}
    return render(request, "web/programme/import.html", content, status=422 if form.is_bound else 200)


@require_safe
def one(request: HttpRequest, code: str, what: str, number: int) -> HttpResponse:
    """How far the worker is, and what the check found; htmx gets that alone. Raises NotEntitled, NotFound."""
    return _run(request, code, what, number)


@require_POST
def carry_out(request: HttpRequest, code: str, what: str, number: int) -> HttpResponse:
    """Import what was checked, or have the worker import it. Raises NotEntitled, NotFound."""
    try:
        count = begin_import(code, number, by=person(request.user))
    except Refused as refusal:
        return _run(request, code, what, number, problem=refusal.sentence)
    if count is not None:
        messages.success(request, imported(what, count))
    return redirect("import-run", code, what, number)


@require_POST
def discard(request: HttpRequest, code: str, what: str, number: int) -> HttpResponse:
    """Erase an upload that is not to be imported. Raises NotEntitled, NotFound."""
    try:
        discard_upload(code, number, by=person(request.user))
    except Refused as refusal:
        return _run(request, code, what, number, problem=refusal.sentence)
    messages.success(request, say("The upload is discarded, and its file erased."))
    return redirect("import", code, what)


def _kept(request: HttpRequest, code: str, what: str, form: ImportForm) -> int | None:
    """The upload's number; None where the file cannot be read, which the form then says. Raises NotEntitled."""
    file: Any = form.cleaned_data["file"]
    try:
        return keep_upload(what, code, file.name or "", file.read(), by=person(request.user))
    except Refused as refusal:
        form.add_error(refusal.field, refusal.sentence)
    return None


def _content(request: HttpRequest, code: str, what: str) -> dict[str, Any]:
    expect_reader(person(request.user))
    found = importable(what).declaration
    kinds = [each.declaration for each in IMPORTABLE.values()]
    return project_frame(request, code, "project-import") | {
        "declaration": found,
        "kinds": kinds,
        "heading": HEADINGS[what],
        "from_table": FROM_TABLE[what],
    }


def _run(request: HttpRequest, code: str, what: str, number: int, *, problem: str = "") -> HttpResponse:
    content = _content(request, code, what)
    found = import_view(code, what, number)
    content |= {
        "run": found,
        "problem": problem or found.problem,
        "shown_on": _SHOWN_ON.get(what, "project"),
        "named": counted(what, found.line.rows or 0),
    }
    part = "#part" if getattr(request, "htmx", False) else ""
    response = render(request, f"web/programme/import_run.html{part}", content, status=422 if problem else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response
