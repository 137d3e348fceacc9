"""One's own registration, by a personal link: seen, corrected, downloaded, given up, erased. Nobody else's is shown."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.actions.erase_people import erase_myself
from comity.programme.actions.export_person import export_myself
from comity.programme.actions.move_people import cancel_myself
from comity.programme.actions.register_person import register_myself
from comity.programme.queries.certificate import certificate_file
from comity.programme.queries.registration import own_view
from comity.programme.rules.refusal import NotOpen
from comity.upkeep.rules.refusal import TooMany
from comity.web.pages.programme.register import A_MINUTE
from comity.web.pages.programme.register_forms import OwnForm, said_by


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, link: str) -> HttpResponse:
    """Raises NotFound."""
    view = own_view(link)
    form = OwnForm(view.registration, request.POST or None, initial=said_by(view))
    status = 200
    if form.is_valid():
        try:
            address = request.META.get("REMOTE_ADDR") or ""
            register_myself(link, form.details, consent=form.cleaned_data["consent"], address=address)
        except TooMany as problem:
            form.add_error(None, said(str(problem)))
            status = 429
        except NotOpen:
            form.add_error(None, say("Nobody can register any more, or not yet. Write to whoever invited you."))
        except Refused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
        else:
            messages.success(request, say("You are registered.") if view.registers else say("Your data are corrected."))
            return redirect("own-registration", link)
    content = {"view": view, "form": form, "link": link}
    answer = render(request, "web/programme/own_registration.html", content)
    answer.status_code = status if status != 200 or not form.errors else 422  # noqa: PLR2004
    if status == 429:  # noqa: PLR2004
        answer["Retry-After"] = A_MINUTE
    return answer


@login_not_required
@never_cache
@require_POST
def data(_request: HttpRequest, link: str) -> HttpResponse:
    """All that is kept about the person. Raises NotFound."""
    answer = JsonResponse(export_myself(link), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="my-registration.json"'
    return answer


@login_not_required
@require_POST
def cancel(request: HttpRequest, link: str) -> HttpResponse:
    """Raises NotFound."""
    try:
        cancel_myself(link)
    except Refused as problem:
        messages.error(request, problem.sentence)
    else:
        messages.success(request, say("Your registration is cancelled. Your data are kept until you erase them."))
    return redirect("own-registration", link)


@login_not_required
@require_POST
def erase(request: HttpRequest, link: str) -> HttpResponse:
    """Raises NotFound."""
    erase_myself(link)
    return render(request, "web/programme/erased.html")


@login_not_required
@never_cache
@require_safe
def certificate(_request: HttpRequest, link: str) -> HttpResponse:
    """Raises NotFound."""
    file = certificate_file(own_view(link).number, organisation=settings.ENV.organisation)
    answer = HttpResponse(file, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="certificate.pdf"'
    return answer
