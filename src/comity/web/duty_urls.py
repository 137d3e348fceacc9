"""Addresses of the duty desk: phone log, test calls, emergency, call-back. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.duty import call, call_back, calls, emergency, oral, pings

urlpatterns = [
    path("duty/calls/", calls.calls, name="calls"),
    path("duty/calls/<int:number>/", call.call, name="call"),
    path("duty/test-calls/", pings.pings, name="test-calls"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("emergency/fields/", emergency.fields, name="emergency-fields"),
    path("emergency/verdict/", emergency.verdict, name="emergency-verdict"),
    path("emergency/chips/", emergency.chips, name="emergency-chips"),
    path("requests/<str:reference>/confirmed/", oral.record_confirmation, name="request-confirmed"),
    path("requests/<str:reference>/call-back/", call_back.record_call_back, name="request-call-back"),
]
