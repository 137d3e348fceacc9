"""Addresses of the programme office's pages. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import papers, projects

urlpatterns: list[URLPattern] = [
    path("programme/", projects.projects, name="projects"),
    path("programme/deck.pptx", papers.deck, name="programme-deck"),
    path("programme/report.<str:form>", papers.report, name="programme-report"),
    path("programme/<slug:code>/", projects.project, name="project"),
]
