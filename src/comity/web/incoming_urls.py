"""Addresses of the pages that register what arrives. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.incoming import amend, arrive, aside, content, look, registration

urlpatterns = [
    path("incoming/new/", arrive.arrive, name="incoming-new"),
    path("incoming/<uuid:identity>/", look.look, name="incoming-look"),
    path("incoming/<uuid:identity>/content/", content.content, name="incoming-content"),
    path("incoming/<uuid:identity>/set-aside/", aside.set_aside, name="incoming-set-aside"),
    path("incoming/<uuid:identity>/take-up/", aside.take_up, name="incoming-take-up"),
    path("requests/<str:reference>/amend/", amend.amend, name="request-amend"),
    path("requests/<str:reference>/registration/", registration.correct, name="request-registration"),
]
