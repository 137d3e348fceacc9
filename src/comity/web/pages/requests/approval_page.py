"""The page of a request's last step, for whoever decides on it and for those who sign it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.casework.queries.request_page import RequestPage
from comity.casework.queries.signing import signing
from comity.casework.rules.changes import changes
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import Verb
from comity.casework.rules.translations import names_of, only_in
from comity.kernel import clock
from comity.people.access import person
from comity.web.components.field_texts import field_texts
from comity.web.components.wizard import APPROVAL, of_request
from comity.web.form import PlainForm
from comity.web.pages.requests.approval_forms import ReturnForm, SentForm, WithdrawForm
from comity.web.pages.requests.head import head, not_ours
from comity.web.pages.requests.signing_forms import AskForm, UploadForm


def approval_response(request: HttpRequest, page: RequestPage, **forms: PlainForm) -> HttpResponse:
    """The page, with the forms that were filled in and refused in place of empty ones."""
    if elsewhere := not_ours(request, page):
        return elsewhere
    found = changes(page.entries)
    zone = ZoneInfo(page.requested.zone)
    order = signing(person(request.user), page.line.reference)
    content = {
        **head(page),
        "wizard": of_request(APPROVAL, page.line.reference, editable=page.may(Verb.EDIT)),
        "why_not": {step.verb.name.lower(): step.why_not for step in page.steps} | {"sign": order.why_not},
        "may": {step.verb.name.lower(): step.possible for step in page.steps} | {"sign": order.may},
        "signing": order,
        "organisation": settings.ENV.organisation,
        "asking": AskForm(initial={"before": order.before, "after": order.after}),
        "uploading": UploadForm(),
        "changes": found,
        "changed": _changed(page, found.fields),
        "returning": ReturnForm(),
        "withdrawing": WithdrawForm(auto_id="withdraw_%s"),
        "sending": SentForm(initial={"sent_on": clock.today(zone), "channel": _channel(page)}),
        **forms,
    }
    return render(request, "web/requests/approval.html", content, status=422 if forms else 200)


def _channel(page: RequestPage) -> str:
    """The channel of the way that was chosen, as a suggestion."""
    label = str(page.plan.get("route", {}).get("channel_label", ""))
    return f"{label[:1].upper()}{label[1:]}"


def _changed(page: RequestPage, names: frozenset[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Label and present value of each field and translation that was edited, in the form's order."""
    printed = only_in("".join(page.languages[1:]), page.content)
    return [
        (label, field_texts(spec, page.content.get(name)) or ("Emptied",))
        for spec in kind(page.line.kind)
        for name, label in names_of(spec, printed)
        if name in names
    ]
