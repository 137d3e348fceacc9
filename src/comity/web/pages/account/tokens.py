"""A user's own tokens: made, shown once, revoked. Nobody else's are seen here."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.kernel import clock
from comity.kernel.words import noted, say
from comity.people.access import person
from comity.people.actions.create_token import create_token
from comity.people.actions.revoke_token import revoke_token
from comity.people.queries.tokens import tokens_of
from comity.people.rules.refusal import Refused
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import LONGEST_NAME, Purpose
from comity.web.components.people_refusal import tell
from comity.web.form import PlainForm

_LASTS = (
    ("30", noted("30 days")),
    ("90", noted("90 days")),
    ("365", noted("a year")),
    ("0", noted("until I revoke it")),
)


def _lasts() -> list[tuple[str, str]]:
    return [(days, say(words)) for days, words in _LASTS]


def _scopes() -> list[tuple[str, str]]:
    return [(scope.value, say(scope.choice)) for scope in Scope]


class TokenForm(PlainForm):
    """A calendar's token: what it is for, and how long it lasts."""

    name = forms.CharField(label=noted("Name"), max_length=LONGEST_NAME * 4, help_text=noted("By what will use it."))
    lasts = forms.ChoiceField(
        label=noted("It holds for"),
        choices=_lasts,
        initial="90",
        help_text=noted("You can revoke it at any time."),
        error_messages={"invalid_choice": gettext_lazy("Choose from the list.")},
    )

    @property
    def expires_at(self) -> datetime | None:
        days = int(self.cleaned_data["lasts"])
        return clock.now() + timedelta(days=days) if days else None


class ProgramTokenForm(TokenForm):
    """A program's token also says what the program may do."""

    scopes = forms.MultipleChoiceField(
        label=noted("The program may"),
        choices=_scopes,
        widget=forms.CheckboxSelectMultiple,
        help_text=noted("As little as it needs. It can never do more than you."),
        error_messages={
            "required": gettext_lazy(
                "Choose what the program may do, at least one: a token without a scope opens nothing."
            ),
            "invalid_choice": gettext_lazy("Choose from the list."),
        },
    )
    field_order = ("name", "scopes", "lasts")


_FORMS: dict[str, type[TokenForm]] = {Purpose.API: ProgramTokenForm, Purpose.CALENDAR: TokenForm}


@require_safe
def tokens(request: HttpRequest) -> HttpResponse:
    """The user's tokens, what each may do and when it was last used."""
    return render(request, "web/account/tokens.html", {"tokens": tokens_of(person(request.user))})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """The form, and in answer to it the secret: on this one page, which no cache keeps. Raises NotEntitled."""
    user = person(request.user)
    form = _FORMS[purpose](request.POST if request.method == "POST" else None)
    if form.is_valid():
        given: dict[str, Any] = form.cleaned_data
        try:
            secret = create_token(
                user,
                name=given["name"],
                purpose=purpose,
                scopes=given.get("scopes", ()),
                expires_at=form.expires_at,
                by=user,
            )
        except Refused as problem:
            tell(form, problem)
        else:
            shown = {"name": given["name"], "secret": secret, "feed": _feed(request, secret, purpose)}
            return render(request, "web/account/token_shown.html", shown)
    content = {"form": form, "calendar": purpose is Purpose.CALENDAR}
    return render(request, "web/account/create_token.html", content, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Ends one of the user's tokens."""
    try:
        revoke_token(number, by=person(request.user))
    except Refused as problem:
        messages.error(request, problem.sentence)
    else:
        messages.success(request, say("The token is revoked. Whatever used it is shut out from now on."))
    return redirect("tokens")


def _feed(request: HttpRequest, secret: str, purpose: Purpose) -> str:
    """The whole address that a calendar subscribes to; empty for a program's token."""
    return request.build_absolute_uri(reverse("clock-feed", args=[secret])) if purpose is Purpose.CALENDAR else ""
