"""Addresses of the pages of clocks. An address, once published, stays: calendars have it by heart."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.clocks import feed, of_request, running

urlpatterns = [
    path("clocks/", running.running, name="clocks"),
    path("clocks/reminders/<int:number>/seen/", running.seen, name="reminder-seen"),
    path("clocks/<str:token>.ics", feed.feed, name="clock-feed"),
    path("requests/<str:reference>/clocks/", of_request.clocks, name="request-clocks"),
    path("requests/<str:reference>/clocks/correct/<int:sequence>/", of_request.correct, name="correct-event"),
]
