"""Addresses: the web door has them all but those under /api, which are for programs."""

from django.urls import include, path

urlpatterns = [path("", include("comity.api.urls")), path("", include("comity.web.urls"))]
handler400 = "comity.web.pages.unreadable.unreadable"
