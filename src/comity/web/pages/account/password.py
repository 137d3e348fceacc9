"""Changing one's own password. Somebody else's is reset at the console."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from comity.kernel.words import noted, say
from comity.people.access import person
from comity.people.actions.change_password import change_password
from comity.people.rules.refusal import Refused
from comity.web.components.people_refusal import tell
from comity.web.form import PlainForm


class PasswordForm(PlainForm):
    """The present password, and the new one twice. Nothing that was typed comes back."""

    current = forms.CharField(
        label=noted("Present password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=noted("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=noted(
            "At least 12 characters; none of the common ones, and nothing like your name. Several words do well."
        ),
    )
    again = forms.CharField(
        label=noted("The new one again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Both times the same, so that nobody locks themselves out by a slip of the finger."""
        given = super().clean() or {}
        if "password" in given and "again" in given and given["password"] != given["again"]:
            self.add_error("again", say("This is not the same as above. Type the new password twice."))
        return given


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """The form, and the change that it makes: this session goes on, all others of the user end."""
    user = person(request.user)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            change_password(user, current=form.cleaned_data["current"], new=form.cleaned_data["password"])
        except Refused as problem:
            tell(form, problem)
        else:
            update_session_auth_hash(request, user)
            done = say("Your password is changed. Wherever else you were signed in, you are signed out.")
            messages.success(request, done)
            return redirect("password")
    return render(request, "web/account/password.html", {"form": form}, status=422 if form.errors else 200)
