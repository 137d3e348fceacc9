"""Addresses of the pages of the state of play. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.stateofplay import assessment, assessments, gaps, overview, pictures, report

urlpatterns: list[URLPattern] = [
    path("state-of-play/", overview.overview, name="state-of-play"),
    path("state-of-play/overview.<str:form>", overview.overview_file, name="state-of-play-file"),
    path("state-of-play/charts/<slug:name>.svg", pictures.chart, name="state-of-play-chart"),
    path("state-of-play/report.<str:form>", report.report, name="state-of-play-report"),
    path("state-of-play/gaps/", gaps.gaps, name="state-of-play-gaps"),
    path("state-of-play/assessments/", assessments.assessments, name="assessments"),
    path("state-of-play/assessments/<slug:code>.svg", pictures.progress_chart, name="assessments-chart"),
    path("state-of-play/assessments/start/", assessments.start, name="assessment-start"),
    path("state-of-play/assessments/compare/", assessments.compare, name="assessment-compare"),
    path("state-of-play/assessments/<int:number>/", assessment.assessment, name="assessment"),
    path("state-of-play/assessments/<int:number>/do/<slug:verb>/", assessment.step, name="assessment-step"),
    path("state-of-play/assessments/<int:number>/<str:item>/", assessment.answer, name="assessment-answer"),
]
