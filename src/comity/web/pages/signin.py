"""Signing in and out. Who may do what is decided elsewhere; here one only proves who one is."""

from __future__ import annotations

from typing import Any

from axes.helpers import get_cool_off
from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, logout_then_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from comity.kernel.words import say
from comity.people.access import person
from comity.web.demonstration import sign_ins
from comity.web.form import PlainForm
from comity.web.way_back import keep


class SignInForm(AuthenticationForm, PlainForm):
    """Name and password. The answer to a wrong pair doesn't say which of the two was wrong."""

    error_messages = {  # noqa: RUF012  an instance variable in Django's own form
        "invalid_login": gettext_lazy(
            "This name and password do not belong together. Check both; after five wrong tries in a row "
            "sign-in pauses for fifteen minutes."
        ),
        "inactive": gettext_lazy("This account is closed. An administrator can open it again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = say("User name")
        self.fields["username"].error_messages["required"] = say("Give your user name.")
        self.fields["password"].label = say("Password")
        self.fields["password"].error_messages["required"] = say("Give your password.")
        self.fields["password"].widget = forms.PasswordInput(
            attrs={"class": "form-control", "autocomplete": "current-password"}
        )
        if self.initial.get("username"):
            self.fields["username"].widget.attrs["autofocus"] = False
            self.fields["password"].widget.attrs["autofocus"] = True

    def clean_username(self) -> str:
        """Names are the same whatever their case, so that the count of wrong tries is too."""
        name: str = self.cleaned_data["username"].lower()
        return name


class SignIn(LoginView):
    """The sign-in page. On a demonstration node it lists the sign-ins that exist for trying things out."""

    template_name = "web/signin/page.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        return {"username": self.request.GET.get("as", "")[:150]}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """From here on this browser speaks the language that the account's owner chose, wherever that was."""
        response = super().form_valid(form)
        if language := person(self.request.user).language:
            keep(response, self.request, settings.LANGUAGE_COOKIE_NAME, language)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"sign_ins": sign_ins()}


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and returns to the sign-in page. Only by POST, so that no link elsewhere can end it."""
    return logout_then_login(request)


@login_not_required
def locked(request: HttpRequest, *_: Any) -> HttpResponse:
    """What axes shows after too many wrong passwords: when to try again, and whom to ask."""
    return render(request, "web/signin/locked.html", {"pause": get_cool_off(request)}, status=429)
