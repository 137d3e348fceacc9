"""Addresses of the programme office's pages. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import papers, projects, report_runs

urlpatterns: list[URLPattern] = [
    path("programme/", projects.projects, name="projects"),
    path("programme/deck.pptx", papers.deck, name="programme-deck"),
    path("programme/report.<str:form>", papers.report, name="programme-report"),
    path("programme/reports/", report_runs.ask, name="report-ask"),
    path("programme/reports/<str:key>/", report_runs.one, name="report-run"),
    path("programme/reports/<str:key>/state/", report_runs.state, name="report-state"),
    path("programme/reports/<str:key>/file/", report_runs.file, name="report-file"),
    path("programme/<slug:code>/", projects.project, name="project"),
]
