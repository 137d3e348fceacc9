"""Addresses of the pages of the resource tool, open to everyone. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages import glossary, providers
from comity.web.pages.profile import authorities, compare, legal, paper, practice, procedures

urlpatterns: list[URLPattern] = [
    path("atlas/providers/", providers.providers, name="providers"),
    path("atlas/providers/<slug:name>/", providers.provider, name="provider"),
    path("atlas/glossary/", glossary.glossary, name="glossary"),
    path("atlas/compare/", compare.compare, name="compare"),
    path("atlas/<str:code>/legal/", legal.legal, name="country-legal"),
    path("atlas/<str:code>/authorities/", authorities.authorities, name="country-authorities"),
    path("atlas/<str:code>/procedures/", procedures.procedures, name="country-procedures"),
    path("atlas/<str:code>/practice/", practice.practice, name="country-practice"),
    path("atlas/<str:code>/profile.pdf", paper.paper, name="country-paper"),
]
