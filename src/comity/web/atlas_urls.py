"""Addresses of the pages of the resource tool, open to everyone. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages import glossary, providers

urlpatterns = [
    path("atlas/providers/", providers.providers, name="providers"),
    path("atlas/providers/<slug:name>/", providers.provider, name="provider"),
    path("atlas/glossary/", glossary.glossary, name="glossary"),
]
