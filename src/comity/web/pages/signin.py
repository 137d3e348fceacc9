"""Signing in and out. Who may do what is decided elsewhere; here one only proves who one is."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, logout_then_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST


class SignIn(LoginView):
    template_name = "web/signin/page.html"
    redirect_authenticated_user = True


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and returns to the sign-in page. Only by POST, so that no link elsewhere can end it."""
    return logout_then_login(request)
