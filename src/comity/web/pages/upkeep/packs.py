"""Packs of countries: handing one on as a signed file, taking one in, and whose keys count. For their keepers only."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.queries.certificate import own_certificate
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.upkeep.actions.export_pack import export_pack
from comity.upkeep.actions.import_pack import import_pack
from comity.upkeep.queries.country_packs import country_packs
from comity.upkeep.queries.pack_keys import pack_keys
from comity.upkeep.rules.pack_arrival import PackArrival
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import LARGEST_FILE
from comity.web.uploads import MemoryUpload, forged

_NO_FILE = noted("No file arrived, or it is empty. Choose the signed pack first, then press the button.")


@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """The list, and the certificates that may speak. Raises NotEntitled."""
    held = require(person(request.user), Role.EDITOR, Role.ADMINISTRATOR)
    try:
        own, problem = own_certificate(), ""
    except NodeKeyProblem as found:
        own, problem = None, str(found)
    content = {"lines": country_packs(), "keys": pack_keys(), "own": own, "own_problem": problem}
    content["may_trust"] = Role.ADMINISTRATOR in held
    return render(request, "web/upkeep/packs.html", content)


@require_POST
def export(request: HttpRequest, code: str) -> HttpResponse:
    """The pack as a file. By POST, since signing is written down. Raises NotEntitled."""
    try:
        country = CountryCode(code)
    except ValueError as problem:
        raise Http404(str(problem)) from None
    try:
        made = export_pack(country, sign=request.POST.get("sign") == "yes", by=person(request.user))
    except PackRefused as problem:
        messages.error(request, str(problem))
        return redirect("country-packs")
    response = HttpResponse(made.file, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """The form; by POST what was found, and unless it was only to be checked, done. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.EDITOR, Role.ADMINISTRATOR)
    if request.method != "POST":
        return _page(request)
    handler = MemoryUpload(LARGEST_FILE)
    request.upload_handlers = [handler]
    file = request.FILES.get("file")
    if refusal := forged(request):
        return refusal
    if handler.size > LARGEST_FILE:
        return _page(
            request, say("The file is larger than {most} MB. No country's pack is.", most=LARGEST_FILE // 1024 // 1024)
        )
    if not file or not file.size:
        return _page(request, said(_NO_FILE))
    try:
        found = import_pack(file.read(), only_check=request.POST.get("then") != "import", by=user)
    except PackRefused as problem:
        return _page(request, str(problem))
    return _page(request, found=found)


def _page(request: HttpRequest, problem: str = "", found: PackArrival | None = None) -> HttpResponse:
    content = {"problem": problem, "found": found}
    return render(request, "web/upkeep/import.html", content, status=422 if problem else 200)
