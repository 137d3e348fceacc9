"""Addresses of the pages. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages import desk, signin, theme

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("sign-in/", signin.SignIn.as_view(), name="sign-in"),
    path("sign-out/", signin.sign_out, name="sign-out"),
    path("theme/", theme.choose_theme, name="theme"),
]
