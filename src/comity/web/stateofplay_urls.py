"""Addresses of the pages of the state of play. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.stateofplay import (
    amendment_edit,
    amendments,
    assessment,
    assessments,
    follow_up,
    gaps,
    overview,
    pictures,
    priorities,
    priority_chart,
    ranking,
    recommendations,
    reforms,
    report,
)

urlpatterns: list[URLPattern] = [
    path("state-of-play/", overview.overview, name="state-of-play"),
    path("state-of-play/overview.<str:form>", overview.overview_file, name="state-of-play-file"),
    path("state-of-play/reforms/", reforms.reforms, name="reforms"),
    path("state-of-play/reforms/chart.svg", reforms.chart, name="reforms-chart"),
    path("state-of-play/reforms/ranking/", ranking.ranking, name="reforms-ranking"),
    path("state-of-play/priorities/", priorities.priorities, name="priorities"),
    path("state-of-play/priorities/scores.<str:form>", priorities.priorities_as_file, name="priorities-file"),
    path("state-of-play/priorities/<str:code>/", priorities.country_priorities, name="priorities-of"),
    path("state-of-play/priorities/<str:code>/course.svg", priority_chart.course_chart, name="priorities-chart"),
    path("state-of-play/recommendations/", recommendations.recommendations, name="recommendations"),
    path("state-of-play/recommendations/due/", recommendations.due, name="recommendations-due"),
    path("state-of-play/recommendations/<slug:name>/", recommendations.one_list, name="recommendation-list"),
    path(
        "state-of-play/recommendations/<slug:name>/follow-up.<str:form>",
        recommendations.list_file,
        name="recommendations-file",
    ),
    path("state-of-play/recommendations/<slug:name>/<str:number>/<str:code>/", follow_up.follow_up, name="follow-up"),
    path("state-of-play/amendments/", amendments.amendments, name="amendments"),
    path("state-of-play/amendments/<str:code>/<str:article>.docx", amendments.amendment_as_file, name="amendment-file"),
    path("state-of-play/amendments/<str:code>/<str:article>/", amendments.amendment, name="amendment"),
    path("state-of-play/amendments/<str:code>/<str:article>/start/", amendment_edit.start, name="amendment-start"),
    path("state-of-play/amendments/<str:code>/<str:article>/edit/", amendment_edit.edit, name="amendment-edit"),
    path("state-of-play/amendments/<str:code>/<str:article>/step/", amendment_edit.step, name="amendment-step"),
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
