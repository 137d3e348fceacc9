"""Addresses of teams, of what meetings decided, and of projects' papers. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import decisions, studies, study, teams

urlpatterns: list[URLPattern] = [
    path("programme/<slug:code>/teams/", teams.teams, name="project-teams"),
    path("programme/<slug:code>/teams/form/", teams.form, name="team-form"),
    path("programme/<slug:code>/teams/<int:number>/admit/", teams.admit, name="team-admit"),
    path("programme/<slug:code>/teams/members/<int:number>/end/", teams.end, name="team-end"),
    path("programme/<slug:code>/decisions/", decisions.decisions, name="project-decisions"),
    path("programme/<slug:code>/decisions/<slug:activity>/track/", decisions.track, name="decisions-track"),
    path(
        "programme/<slug:code>/decisions/<slug:activity>/<slug:number>/follow-up/",
        decisions.follow_up,
        name="decision-follow-up",
    ),
    path("programme/<slug:code>/papers/", studies.of_project, name="project-papers"),
    path("programme/<slug:code>/papers/plan/", study.plan, name="paper-plan"),
    path("programme/<slug:code>/papers/<int:number>/", study.one, name="paper"),
    path("programme/<slug:code>/papers/<int:number>/edit/", study.edit, name="paper-edit"),
    path("programme/<slug:code>/papers/<int:number>/add/", study.add, name="paper-add"),
    path("programme/<slug:code>/papers/<int:number>/move/", study.move, name="paper-move"),
    path("programme/papers/<int:number>/<int:version>/", studies.file, name="paper-file"),
    path("papers/", studies.published, name="papers"),
]
