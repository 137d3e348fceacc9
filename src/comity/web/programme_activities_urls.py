"""Addresses of the pages of activities, and of those that change projects. An address, once published, stays: calendars
have theirs by heart. Included before the pages of projects, whose codes would take the first words."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import (
    activities,
    activity,
    activity_documents,
    activity_edit,
    activity_feeds,
    activity_month,
    project_activities,
    project_edit,
)

_ONE = "programme/<slug:code>/activities/<slug:activity>/"

urlpatterns: list[URLPattern] = [
    path("programme/new/", project_edit.begin, name="project-new"),
    path("programme/activities/", activities.activities, name="activities"),
    path("programme/activities.csv", activities.activities_file, name="activities-file"),
    path("programme/activities.ics", activity_feeds.all_activities, name="activities-feed"),
    path("programme/activities/month/", activity_month.month, name="activities-month"),
    path("programme/<slug:code>/edit/", project_edit.edit, name="project-edit"),
    path("programme/<slug:code>/activities.ics", activity_feeds.of_project, name="project-activities-feed"),
    path("programme/<slug:code>/activities/", project_activities.activities, name="project-activities"),
    path("programme/<slug:code>/activities/chart.svg", project_activities.chart, name="project-activities-chart"),
    path("programme/<slug:code>/activities/new/", activity_edit.plan, name="activity-new"),
    path(_ONE, activity.activity, name="activity"),
    path(f"{_ONE}edit/", activity_edit.edit, name="activity-edit"),
    path(f"{_ONE}move/", activity_edit.move, name="activity-move"),
    path(f"{_ONE}confirm/", activity_edit.confirm, name="activity-confirm"),
    path(f"{_ONE}documents/", activity_documents.attach, name="activity-attach"),
    path(f"{_ONE}documents/<int:number>/", activity_documents.document, name="activity-document"),
    path(f"{_ONE}documents/<int:number>/remove/", activity_documents.remove, name="activity-document-remove"),
]
