"""Addresses of the pages about law, open to everyone: planner, matrix, atlas. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages import countries, country, instruments, matrix, planner

urlpatterns = [
    path("routes/", planner.planner, name="planner"),
    path("routes/suppose/", planner.suppose, name="suppose"),
    path("routes/matrix/", matrix.matrix, name="matrix"),
    path("atlas/", countries.countries, name="countries"),
    path("atlas/instruments/", instruments.instruments, name="instruments"),
    path("atlas/instruments/<slug:name>/", instruments.instrument, name="instrument"),
    path("atlas/<str:code>/", country.country, name="country"),
]
