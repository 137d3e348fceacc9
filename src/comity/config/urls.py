"""Addresses: the web door has them all."""

from django.urls import include, path

urlpatterns = [path("", include("comity.web.urls"))]
