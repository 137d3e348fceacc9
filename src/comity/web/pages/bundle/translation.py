"""One sworn translation: where it stands, and what can be noted next. One address for each step, one page for all."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from comity.casework.actions.cancel_translation import cancel_translation
from comity.casework.actions.certify_translation import certify_translation
from comity.casework.actions.deliver_translation import deliver_translation
from comity.casework.actions.keep_attachment import largest
from comity.casework.actions.redo_translation import redo_translation
from comity.casework.queries.bundle_page import bundle_page
from comity.casework.queries.request_page import request_page
from comity.casework.rules.bundle.translation import TranslationVerb, why_not_translation
from comity.casework.rules.refusal import Refused, refused
from comity.documents.rules.file_kind import TAKEN
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.complaints import complain
from comity.web.form import PlainForm
from comity.web.pages.bundle.forms import CertifyForm, FileForm, WhyForm
from comity.web.pages.bundle.taken import taken
from comity.web.pages.requests.head import head
from comity.web.uploads import forged


@require_safe
def translation(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Raises NotFound."""
    return _page(request, reference, number)


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_POST
def deliver(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Raises NotFound, NotAllowed."""
    file = taken(request, largest())
    if refusal := forged(request):
        return refusal

    def act(_form: PlainForm) -> None:
        if file.problem:
            raise refused("file", "File", file.problem)
        deliver_translation(reference, number, file.content, name=file.name, by=person(request.user))

    said = say("Delivered. Note who certified it, and on what day.")
    return _step(request, reference, number, TranslationVerb.DELIVER, FileForm(request.POST), act, said)


@require_POST
def certify(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Raises NotFound, NotAllowed."""

    def act(form: PlainForm) -> None:
        who, on = form.cleaned_data["certified_by"], form.cleaned_data["certified_on"]
        certify_translation(reference, number, who=who, on=on, by=person(request.user))

    form = CertifyForm(request.POST)
    return _step(request, reference, number, TranslationVerb.CERTIFY, form, act, say("Certified."))


@require_POST
def redo(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Raises NotFound, NotAllowed."""

    def act(form: PlainForm) -> None:
        redo_translation(reference, number, form.cleaned_data["reason"], by=person(request.user))

    said = say("It must be done again. Its file no longer goes along.")
    return _step(request, reference, number, TranslationVerb.REDO, _why("redo", request), act, said)


@require_POST
def cancel(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Raises NotFound, NotAllowed."""

    def act(form: PlainForm) -> None:
        cancel_translation(reference, number, form.cleaned_data["reason"], by=person(request.user))

    return _step(request, reference, number, TranslationVerb.CANCEL, _why("cancel", request), act, say("Cancelled."))


def _why(step: str, request: HttpRequest | None = None) -> WhyForm:
    return WhyForm(request.POST if request else None, auto_id=f"{step}_%s")


def _step(
    request: HttpRequest,
    reference: str,
    number: int,
    verb: TranslationVerb,
    form: PlainForm,
    act: Callable[[PlainForm], None],
    said: str,
) -> HttpResponse:
    """What is wrong stands beside the words, and they are still there."""
    if form.is_valid():
        try:
            act(form)
        except Refused as problem:
            complain(form, problem)
        else:
            messages.success(request, said)
            return redirect("request-translation", reference, number)
    return _page(request, reference, number, tried={verb.value: form})


def _page(
    request: HttpRequest, reference: str, number: int, *, tried: dict[str, PlainForm] | None = None
) -> HttpResponse:
    user = person(request.user)
    bundle = bundle_page(user, reference)
    view = bundle.translation(number)
    forms: dict[str, PlainForm] = {
        "deliver": FileForm(),
        "certify": CertifyForm(),
        "redo": _why("redo"),
        "cancel": _why("cancel"),
    }
    open_ = [] if bundle.why_closed else [verb for verb in TranslationVerb if not why_not_translation(verb, view.state)]
    content = {
        **head(request_page(user, reference)),
        "view": view,
        "bundle": bundle,
        **{verb.value: (tried or forms).get(verb.value, forms[verb.value]) for verb in open_},
        "taken": TAKEN,
        "largest": largest(),
    }
    return render(request, "web/bundle/translation.html", content, status=422 if tried else 200)
