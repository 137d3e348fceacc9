"""Addresses of the pages that register what arrives. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.incoming import arrive, content, look

urlpatterns = [
    path("incoming/new/", arrive.arrive, name="incoming-new"),
    path("incoming/<uuid:identity>/", look.look, name="incoming-look"),
    path("incoming/<uuid:identity>/content/", content.content, name="incoming-content"),
]
