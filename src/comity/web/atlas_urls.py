"""Addresses of the pages of the resource tool, open to everyone. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from comity.web.pages import glossary, providers
from comity.web.pages.opendata import changes, data, linked, search
from comity.web.pages.profile import authorities, compare, legal, paper, practice, procedures

urlpatterns: list[URLPattern] = [
    path("atlas/search/", search.search_atlas, name="atlas-search"),
    path("atlas/changes/", changes.changes_page, name="atlas-changes"),
    path("atlas/changes/<int:number>/", changes.change_page, name="atlas-change"),
    path("atlas/changes.atom", changes.feed, name="atlas-changes-feed"),
    path("atlas/data/", data.index, name="atlas-data"),
    re_path(r"^atlas/data/atlas\.(?P<form>json|csv)$", data.whole_file, name="atlas-whole"),
    re_path(r"^atlas/data/(?P<name>.+)\.(?P<form>json|csv)$", data.pack_file, name="atlas-pack-file"),
    path("atlas/data/<path:name>/", data.pack, name="atlas-pack"),
    path("atlas/providers/", providers.providers, name="providers"),
    path("atlas/providers/<slug:name>/", providers.provider, name="provider"),
    path("atlas/providers/<slug:name>.jsonld", linked.provider, name="provider-linked"),
    path("atlas/glossary/", glossary.glossary, name="glossary"),
    path("atlas/glossary.jsonld", linked.glossary, name="glossary-linked"),
    path("atlas/instruments/<slug:name>.jsonld", linked.instrument, name="instrument-linked"),
    path("atlas/compare/", compare.compare, name="compare"),
    path("atlas/<str:code>.jsonld", linked.country, name="country-linked"),
    path("atlas/<str:code>/legal/", legal.legal, name="country-legal"),
    path("atlas/<str:code>/authorities/", authorities.authorities, name="country-authorities"),
    path("atlas/<str:code>/authorities/<slug:identity>.jsonld", linked.authority, name="authority-linked"),
    path("atlas/<str:code>/procedures/", procedures.procedures, name="country-procedures"),
    path("atlas/<str:code>/practice/", practice.practice, name="country-practice"),
    path("atlas/<str:code>/profile.pdf", paper.paper, name="country-paper"),
]
